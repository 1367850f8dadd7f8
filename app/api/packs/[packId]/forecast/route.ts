import { answer, asAnybody, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { sharesWish } from '@/server/protocol/agenda-wish';

/** What each person in a rotation with this pack will get, without the questions' words. */
export async function POST(request: Request, { params }: { params: Promise<{ packId: string }> }) {
  const { packId } = await params;
  const wish = await ownBody(request, sharesWish);
  if (!wish) return reject('bad-command');
  return asAnybody(request, async (asker) => answer(await doorway().packs.forecast(asker, packId, wish)));
}
