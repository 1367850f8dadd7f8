import { answer, asPrincipal, ownRequest, refuse } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { slotsWish } from '@/server/protocol/agenda-wish';

/** A rotation's agenda for the minutes of each person in a peer room, for its host. */
export async function POST(request: Request, { params }: { params: Promise<{ roomId: string }> }) {
  const own = await ownRequest(request);
  const wish = slotsWish.safeParse(own?.body);
  if (!wish.success) return refuse('bad-command');
  const { roomId } = await params;
  return asPrincipal(request, async (principal) =>
    answer(await doorway().rooms.suggestSlots(principal, roomId, wish.data)),
  );
}
