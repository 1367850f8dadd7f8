import { answer, asPrincipal, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { agendaWish } from '@/server/protocol/agenda-wish';

/** An agenda for the candidate who is in a led room, for its host. */
export async function POST(request: Request, { params }: { params: Promise<{ roomId: string }> }) {
  const wish = await ownBody(request, agendaWish);
  if (!wish) return reject('bad-command');
  const { roomId } = await params;
  return asPrincipal(request, async (principal) =>
    answer(await doorway().rooms.suggest(principal, roomId, wish)),
  );
}
