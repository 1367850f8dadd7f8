import { answer, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { sharesWish } from '@/server/protocol/agenda-wish';

/** What each person in a rotation with this pack will get, without the questions' words. */
export async function POST(request: Request, { params }: { params: Promise<{ packId: string }> }) {
  const { packId } = await params;
  const { identity, packs, addressOf } = doorway();
  const wish = await ownBody(request, sharesWish);
  if (!wish) return reject('bad-command');
  const principal = await identity.principal(request.headers.get('cookie'));
  const address = addressOf(request.headers);
  return answer(await packs.forecast({ principal, address }, packId, wish));
}
