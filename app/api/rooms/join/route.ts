import { answer, asPrincipal, ownRequest, refuse } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** Takes the seat behind an invite: `{ token, name }`, where `token` is its link, its code or its token. */
export async function POST(request: Request): Promise<Response> {
  const own = await ownRequest(request);
  const wish = own && readWish(own.body);
  if (!wish) return refuse('bad-command');
  return asPrincipal(request, async (principal) =>
    answer(await doorway().rooms.join(principal, wish.token, wish.name)),
  );
}

function readWish(body: unknown): { token: string; name: string } | null {
  if (typeof body !== 'object' || body === null || !('token' in body) || !('name' in body)) return null;
  const { token, name } = body;
  return typeof token === 'string' && typeof name === 'string' ? { token, name } : null;
}
