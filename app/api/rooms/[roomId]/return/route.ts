import { answer, asPrincipal, ownRequest, refuse } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

interface Context {
  params: Promise<{ roomId: string }>;
}

/** The caller is back in a room that they had left. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!(await ownRequest(request))) return refuse('bad-command');
  const { roomId } = await params;
  return asPrincipal(request, async (principal) => answer(await doorway().rooms.comeBack(principal, roomId)));
}
