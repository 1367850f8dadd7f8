import { answer, asPrincipal, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { opinionWish } from '@/server/protocol/opinion';

/** Whether a judge is configured. */
export async function GET(request: Request): Promise<Response> {
  return asPrincipal(request, async () => answer({ ok: true, value: doorway().tryOuts.hasJudge }));
}

/** A machine's opinion on one's own finished answer, or a preview of what would be sent to it. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ roomId: string }> },
): Promise<Response> {
  const wish = await ownBody(request, opinionWish);
  if (!wish) return reject('bad-command');
  const { roomId } = await params;
  return asPrincipal(request, async (principal) =>
    answer(await doorway().tryOuts.opinion(principal, roomId, wish)),
  );
}
