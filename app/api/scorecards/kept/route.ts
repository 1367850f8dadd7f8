import { answer, asPrincipal, fromOurselves, reject } from '@/app/api/answer';
import { bodyWithin } from '@/app/api/source-body';
import { doorway } from '@/server/doorway';

/** Some 300 scorecards. The page sends larger files in parts. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Imports the scorecards in the body, a file, into the sender's history. */
export async function POST(request: Request): Promise<Response> {
  if (!fromOurselves(request)) return reject('bad-command');
  return asPrincipal(request, async (principal) => {
    const text = await bodyWithin(request, MOST_BYTES);
    if (text === null) return reject('pack-too-big');
    const keeping = await doorway().review.kept.keep(principal, text);
    return keeping ? answer({ ok: true, value: keeping }) : reject('slow-down');
  });
}
