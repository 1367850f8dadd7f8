import { answer, asPrincipal, openedAt, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { shareWish } from '@/server/protocol/requests';

interface Place {
  params: Promise<{ roomId: string; roundId: string }>;
}

/** One's own share links to this round. */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  const place = await params;
  return asPrincipal(request, async (principal) => {
    const links = await doorway().review.shares.list(principal, place);
    return links ? answer({ ok: true, value: links }) : reject('not-found');
  });
}

/** Makes a link. Only this answer ever contains its address. */
export async function POST(request: Request, { params }: Place): Promise<Response> {
  const wish = await ownBody(request, shareWish);
  if (!wish) return reject('bad-command');
  const place = await params;
  return asPrincipal(request, async (principal) => {
    const { review } = doorway();
    const made = await review.shares.make(principal, place, wish);
    if (made === 'full') return reject('too-many');
    return made
      ? answer({ ok: true, value: { url: `${openedAt(request)}/shared/${made.token}` } })
      : reject('not-found');
  });
}
