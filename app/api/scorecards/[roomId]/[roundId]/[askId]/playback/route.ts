import { answer, asPrincipal, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

interface Context {
  params: Promise<{ roomId: string; roundId: string; askId: string }>;
}

/** How the code of an exercise was written, for somebody who may read the round's scorecard. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { roomId, roundId, askId } = await params;
  return asPrincipal(request, async (principal) => {
    const value = await doorway().review.playback(principal, roomId, roundId, askId);
    return value ? answer({ ok: true, value }) : reject('not-found');
  });
}
