import { answer, asPrincipal, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { joinWish } from '@/server/protocol/requests';

/** Takes the seat behind an invite. */
export async function POST(request: Request): Promise<Response> {
  const wish = await ownBody(request, joinWish);
  if (!wish) return reject('bad-command');
  return asPrincipal(request, async (principal) =>
    answer(await doorway().rooms.join(principal, wish.token, wish.name)),
  );
}
