import { answer, asPrincipal, fromOurselves, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** Makes a copy of one's own, of a pack that ships or of one's own. */
export async function POST(request: Request, { params }: { params: Promise<{ packId: string }> }) {
  const { packId } = await params;
  if (!fromOurselves(request)) return reject('bad-command');
  return asPrincipal(request, async (principal) =>
    answer(await doorway().packs.duplicate(principal, packId)),
  );
}
