import { answer, asSession } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** Where the person who asks goes after signing out here, to sign out at their issuer too; null: nowhere. */
export async function GET(request: Request): Promise<Response> {
  return asSession(request, async (session) =>
    answer({ ok: true, value: await doorway().identity.signOutAddress(session) }),
  );
}
