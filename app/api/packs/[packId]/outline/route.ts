import { answer } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** The questions of a pack, and a first agenda, for somebody who plans one: no key points, no anchors. */
export async function GET(request: Request, { params }: { params: Promise<{ packId: string }> }) {
  const { packId } = await params;
  const { identity, packs, addressOf } = doorway();
  const principal = await identity.principal(request.headers.get('cookie'));
  const opening = await packs.opening({ principal, address: addressOf(request.headers) }, packId);
  if (!opening.ok) return answer(opening);
  return Response.json(opening.value, { headers: { 'cache-control': 'no-store' } });
}
