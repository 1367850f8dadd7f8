import { answer, asSession, fromOurselves, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** Where the person who asks is signed in: `KeptSession`s, the last seen first. */
export async function GET(request: Request): Promise<Response> {
  return asSession(request, async (session) =>
    answer({ ok: true, value: await doorway().identity.sessionsOf(session) }),
  );
}

/** Ends all sessions of the person who asks, except the one that asks. */
export async function DELETE(request: Request): Promise<Response> {
  if (!fromOurselves(request)) return reject('bad-command');
  return asSession(request, async (session) => {
    await doorway().identity.endOtherSessions(session);
    return answer({ ok: true, value: null });
  });
}
