import { answer, asPrincipal, fromOurselves, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** Ends every session of the person who asks, on all their devices. */
export async function POST(request: Request): Promise<Response> {
  if (!fromOurselves(request)) return reject('bad-command');
  return asPrincipal(request, async (principal) => {
    await doorway().identity.signOutEverywhere(principal);
    return answer({ ok: true, value: null });
  });
}
