import { answer, asPrincipal, ownRequest, refuse } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import type { RoomSetup } from '@/server/runtime/rooms';

/** Opens a room for the person who asks, who becomes its host. */
export async function POST(request: Request): Promise<Response> {
  const own = await ownRequest(request);
  if (!own || !isObject(own.body)) return refuse('bad-command');
  // `open` parses every field of it and refuses what does not fit.
  const setup = own.body as RoomSetup;
  return asPrincipal(request, async (principal) => answer(await doorway().rooms.open(principal, setup)));
}

function isObject(body: unknown): body is object {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
