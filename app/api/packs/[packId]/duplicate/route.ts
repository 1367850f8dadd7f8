import { answer, asPrincipal, fromOurselves, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** Copies a pack that ships, or one's own, into one's own packs. */
export async function POST(request: Request, { params }: { params: Promise<{ packId: string }> }) {
  const { packId } = await params;
  if (!fromOurselves(request)) return reject('bad-command');
  return asPrincipal(request, async (principal) =>
    answer(await doorway().packs.duplicate(principal, packId)),
  );
}
