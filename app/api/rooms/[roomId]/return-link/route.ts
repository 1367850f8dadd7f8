import { answer, asPrincipal, openedAt, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { returnLinkWish } from '@/server/protocol/requests';

interface Context {
  params: Promise<{ roomId: string }>;
}

/** The link that gives the caller their seat on another device. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const wish = await ownBody(request, returnLinkWish);
  if (!wish) return reject('bad-command');
  const { roomId } = await params;
  return asPrincipal(request, async (principal) =>
    answer(await doorway().rooms.returnLink(principal, roomId, wish.renew, openedAt(request))),
  );
}
