import { answer, asPrincipal, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { returnWish } from '@/server/protocol/requests';

/** Gives the caller the seat of a return link. */
export async function POST(request: Request): Promise<Response> {
  const wish = await ownBody(request, returnWish);
  if (!wish) return reject('bad-command');
  return asPrincipal(request, async (principal) =>
    answer(await doorway().rooms.followReturn(principal, wish.token)),
  );
}
