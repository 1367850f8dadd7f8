import { outlineOf } from '@/app/agenda/pack-outline';
import { answer } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** The questions of a pack for somebody who makes an agenda: no key points, no anchors. */
export async function GET(request: Request, { params }: { params: Promise<{ packId: string }> }) {
  const { packId } = await params;
  const { identity, packs } = doorway();
  const principal = await identity.principal(request.headers.get('cookie'));
  const pack = await packs.find(principal, packId);
  if (!pack.ok) return answer(pack);
  return Response.json(outlineOf(pack.value), { headers: { 'cache-control': 'no-store' } });
}
