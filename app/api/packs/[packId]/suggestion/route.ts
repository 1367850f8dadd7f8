import { answer, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { agendaWish } from '@/server/protocol/agenda-wish';

/** Suggests an agenda from a pack for the person's wishes and what they heard before. It names no key points. */
export async function POST(request: Request, { params }: { params: Promise<{ packId: string }> }) {
  const { packId } = await params;
  const { identity, packs, addressOf } = doorway();
  const wish = await ownBody(request, agendaWish);
  if (!wish) return reject('bad-command');
  const principal = await identity.principal(request.headers.get('cookie'));
  const address = addressOf(request.headers);
  return answer(await packs.suggest({ principal, address }, packId, wish));
}
