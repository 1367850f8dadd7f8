import { answer, fromOurselves, refuse } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { agendaWish } from '@/server/protocol/agenda-wish';

/** An agenda of a pack for what is wished, by what this person has heard before. It says nothing of key points. */
export async function POST(request: Request, { params }: { params: Promise<{ packId: string }> }) {
  const { packId } = await params;
  const { identity, packs } = doorway();
  if (!fromOurselves(request)) return refuse('bad-command');
  const wish = agendaWish.safeParse(await request.json().catch(() => null));
  if (!wish.success) return refuse('bad-command');
  const principal = await identity.principal(request.headers.get('cookie'));
  return answer(await packs.suggest(principal, packId, wish.data));
}
