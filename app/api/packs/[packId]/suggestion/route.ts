import { answer, asAnybody, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { agendaWish } from '@/server/protocol/agenda-wish';

/** Suggests an agenda from a pack for the person's wishes and what they heard before. It names no key points. */
export async function POST(request: Request, { params }: { params: Promise<{ packId: string }> }) {
  const { packId } = await params;
  const wish = await ownBody(request, agendaWish);
  if (!wish) return reject('bad-command');
  return asAnybody(request, async (asker) => answer(await doorway().packs.suggest(asker, packId, wish)));
}
