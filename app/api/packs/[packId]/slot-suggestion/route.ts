import { answer, asAnybody, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { slotsWish } from '@/server/protocol/agenda-wish';

/** A rotation's agenda for the minutes of each person: competencies, without the questions' words. */
export async function POST(request: Request, { params }: { params: Promise<{ packId: string }> }) {
  const { packId } = await params;
  const wish = await ownBody(request, slotsWish);
  if (!wish) return reject('bad-command');
  return asAnybody(request, async (asker) => answer(await doorway().packs.suggestSlots(asker, packId, wish)));
}
