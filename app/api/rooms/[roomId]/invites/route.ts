import { answer, asPrincipal, ownRequest, refuse } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { ROLES, type Role } from '@/server/protocol/words';

interface Context {
  params: Promise<{ roomId: string }>;
}

const LONGEST_HOURS = 90 * 24;

/** The links of a room, for its host. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { roomId } = await params;
  return asPrincipal(request, async (principal) => answer(await doorway().rooms.invites(principal, roomId)));
}

/** A new link for a role, in place of the one before: `{ role, hours }`. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const own = await ownRequest(request);
  const wish = own && readWish(own.body);
  if (!wish) return refuse('bad-command');
  const { roomId } = await params;
  return asPrincipal(request, async (principal) =>
    answer(await doorway().rooms.renewInvite(principal, roomId, wish.role, wish.hours)),
  );
}

function readWish(body: unknown): { role: Role; hours: number } | null {
  if (typeof body !== 'object' || body === null || !('role' in body) || !('hours' in body)) return null;
  const role = ROLES.find((known) => known === body.role);
  const { hours } = body;
  if (!role || typeof hours !== 'number' || !Number.isInteger(hours)) return null;
  return hours >= 1 && hours <= LONGEST_HOURS ? { role, hours } : null;
}
