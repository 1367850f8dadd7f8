import { answer, asPrincipal, fromOurselves, openedAt, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

interface Context {
  params: Promise<{ roomId: string; inviteId: string }>;
}

/** Turns a link off. People who joined with it stay in the room. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  if (!fromOurselves(request)) return reject('bad-command');
  const { roomId, inviteId } = await params;
  return asPrincipal(request, async (principal) =>
    answer(await doorway().rooms.revokeInvite(principal, roomId, inviteId, openedAt(request))),
  );
}
