import { answer, asAnybody } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** The questions of a pack, and a first agenda, for somebody who plans one: no key points, no anchors. */
export async function GET(request: Request, { params }: { params: Promise<{ packId: string }> }) {
  const { packId } = await params;
  return asAnybody(request, async (asker) => {
    const opening = await doorway().packs.opening(asker, packId);
    if (!opening.ok) return answer(opening);
    return Response.json(opening.value, { headers: { 'cache-control': 'no-store' } });
  });
}
