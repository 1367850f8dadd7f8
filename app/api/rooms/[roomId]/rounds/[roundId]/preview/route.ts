import { answer, asPrincipal, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { sharing } from '@/server/protocol/sharing';

interface Context {
  params: Promise<{ roomId: string; roundId: string }>;
}

/** The scorecard that a candidate would get with this `sharing` (JSON), for the host before they publish it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const wish = sharing.safeParse(jsonOf(new URL(request.url).searchParams.get('sharing')));
  if (!wish.success) return reject('bad-command');
  const { roomId, roundId } = await params;
  return asPrincipal(request, async (principal) => {
    const card = await doorway().review.preview(principal, roomId, roundId, wish.data);
    return card ? answer({ ok: true, value: card }) : reject('not-found');
  });
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
