import { answer, asPrincipal, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { slotsWish } from '@/server/protocol/agenda-wish';

/** A rotation's agenda for the minutes of each person in a peer room, for its host. */
export async function POST(request: Request, { params }: { params: Promise<{ roomId: string }> }) {
  const wish = await ownBody(request, slotsWish);
  if (!wish) return reject('bad-command');
  const { roomId } = await params;
  return asPrincipal(request, async (principal) =>
    answer(await doorway().rooms.suggestSlots(principal, roomId, wish)),
  );
}
