import { answer, asPrincipal, openedAt, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { inviteWish } from '@/server/protocol/requests';

interface Context {
  params: Promise<{ roomId: string }>;
}

/** The links of a room, for its host. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { roomId } = await params;
  return asPrincipal(request, async (principal) =>
    answer(await doorway().rooms.invites(principal, roomId, openedAt(request))),
  );
}

/** A new link for a role, which replaces the previous one. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const wish = await ownBody(request, inviteWish);
  if (!wish) return reject('bad-command');
  const { roomId } = await params;
  return asPrincipal(request, async (principal) =>
    answer(await doorway().rooms.renewInvite(principal, roomId, wish, openedAt(request))),
  );
}
