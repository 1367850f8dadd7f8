import { answer, asPrincipal, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { nameWish } from '@/server/protocol/requests';

/** `{ name }`: the new name of the person who asks. Answers with the name as people will see it. */
export async function POST(request: Request): Promise<Response> {
  const wish = await ownBody(request, nameWish);
  if (!wish) return reject('bad-command');
  return asPrincipal(request, async (principal) => {
    await doorway().identity.rename(principal, wish.name);
    return answer({ ok: true, value: { name: wish.name } });
  });
}
