import { answer, asPrincipal, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { practiceWish } from '@/server/protocol/try-out';

/** Opens a room in which the person who asks practises alone. */
export async function POST(request: Request): Promise<Response> {
  const wish = await ownBody(request, practiceWish);
  if (!wish) return reject('bad-command');
  return asPrincipal(request, async (principal) => answer(await doorway().tryOuts.practise(principal, wish)));
}
