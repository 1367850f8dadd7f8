import { answer, asPrincipal, fromOurselves, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

interface Context {
  params: Promise<{ sessionId: string }>;
}

/** Ends one session of the person who asks. One that is over already is no failure: it is what they wanted. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  if (!fromOurselves(request)) return reject('bad-command');
  const { sessionId } = await params;
  return asPrincipal(request, async (principal) => {
    await doorway().identity.endSession(principal, sessionId);
    return answer({ ok: true, value: null });
  });
}
