import { outlineOf } from '@/app/agenda/pack-outline';
import { refuse } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** The questions of a pack for somebody who makes an agenda: no key points, no anchors. */
export async function GET(_request: Request, { params }: { params: Promise<{ packId: string }> }) {
  const { packId } = await params;
  const pack = doorway().packs.get(packId);
  return pack ? Response.json(outlineOf(pack)) : refuse('not-found');
}
