import { z } from 'zod';
import { answer, asPrincipal, ownRequest, refuse } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

interface Place {
  params: Promise<{ roomId: string; roundId: string }>;
}

const wish = z.strictObject({ names: z.boolean(), days: z.int().min(1).max(90) });

/** One's own share links to this round. */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  const place = await params;
  return asPrincipal(request, async (principal) => {
    const links = await doorway().review.shares.list(principal, place);
    return links ? answer({ ok: true, value: links }) : refuse('not-found');
  });
}

/** Makes a link. Its address is in this answer and never again. */
export async function POST(request: Request, { params }: Place): Promise<Response> {
  const asked = await ownRequest(request);
  const read = wish.safeParse(asked?.body);
  if (!read.success) return refuse('bad-command');
  const place = await params;
  return asPrincipal(request, async (principal) => {
    const { review, publicUrl } = doorway();
    const made = await review.shares.make(principal, { ...place, ...read.data });
    if (made === 'full') return refuse('too-many');
    return made
      ? answer({ ok: true, value: { url: `${publicUrl}/shared/${made.token}` } })
      : refuse('not-found');
  });
}
