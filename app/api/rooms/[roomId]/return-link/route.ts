import { answer, asPrincipal, ownRequest, refuse } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

interface Context {
  params: Promise<{ roomId: string }>;
}

/** The link that gives the caller their seat on another device: `{ renew }`, true where the one before should end. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const own = await ownRequest(request);
  const renew = own && readRenew(own.body);
  if (renew === null) return refuse('bad-command');
  const { roomId } = await params;
  return asPrincipal(request, async (principal) =>
    answer(await doorway().rooms.returnLink(principal, roomId, renew)),
  );
}

function readRenew(body: unknown): boolean | null {
  if (typeof body !== 'object' || body === null || !('renew' in body)) return null;
  return typeof body.renew === 'boolean' ? body.renew : null;
}
