import { answer, asPrincipal, fromOurselves, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

interface Context {
  params: Promise<{ sessionId: string }>;
}

/** Ends one session of the person who asks. If it has ended already, that is no failure: they wanted it to end. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  if (!fromOurselves(request)) return reject('bad-command');
  const { sessionId } = await params;
  return asPrincipal(request, async (principal) => {
    await doorway().identity.endSession(principal, sessionId);
    return answer({ ok: true, value: null });
  });
}
