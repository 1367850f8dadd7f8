import { answer, asPrincipal, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { tryOutWish } from '@/server/protocol/try-out';

/** Opens a room among simulated people for the person who asks. */
export async function POST(request: Request): Promise<Response> {
  const wish = await ownBody(request, tryOutWish);
  if (!wish) return reject('bad-command');
  return asPrincipal(request, async (principal) =>
    answer(await doorway().tryOuts.open(principal, wish.seat)),
  );
}
