import { answer, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { slotsWish } from '@/server/protocol/agenda-wish';

/** A rotation's agenda for the minutes of each person: competencies, without the questions' words. */
export async function POST(request: Request, { params }: { params: Promise<{ packId: string }> }) {
  const { packId } = await params;
  const { identity, packs, addressOf } = doorway();
  const wish = await ownBody(request, slotsWish);
  if (!wish) return reject('bad-command');
  const principal = await identity.principal(request.headers.get('cookie'));
  const address = addressOf(request.headers);
  return answer(await packs.suggestSlots({ principal, address }, packId, wish));
}
