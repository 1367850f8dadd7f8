import { answer, asPrincipal, fromOurselves, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** Copies the pack behind a link into one's own packs. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  if (!fromOurselves(request)) return reject('bad-command');
  return asPrincipal(request, async (principal) => answer(await doorway().packs.takeCopy(principal, token)));
}
