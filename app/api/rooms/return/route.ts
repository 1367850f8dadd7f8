import { answer, asPrincipal, ownRequest, refuse } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** Gives the caller the seat of a return link: `{ token }`. */
export async function POST(request: Request): Promise<Response> {
  const own = await ownRequest(request);
  const token = own && readToken(own.body);
  if (!token) return refuse('bad-command');
  return asPrincipal(request, async (principal) =>
    answer(await doorway().rooms.followReturn(principal, token)),
  );
}

function readToken(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('token' in body)) return null;
  return typeof body.token === 'string' && body.token.length <= 64 ? body.token : null;
}
