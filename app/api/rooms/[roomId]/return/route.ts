import { answer, asPrincipal, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { comeBackWish } from '@/server/protocol/requests';

interface Context {
  params: Promise<{ roomId: string }>;
}

/** Lets the caller back into a room that they left. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!(await ownBody(request, comeBackWish))) return reject('bad-command');
  const { roomId } = await params;
  return asPrincipal(request, async (principal) => answer(await doorway().rooms.comeBack(principal, roomId)));
}
