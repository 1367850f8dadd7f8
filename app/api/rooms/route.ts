import { answer, asPrincipal, ownRequest, refuse } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { readRoomSetup } from './room-setup';

/** Opens a room for the person who asks, who becomes its host. */
export async function POST(request: Request): Promise<Response> {
  const own = await ownRequest(request);
  const setup = own && readRoomSetup(own.body);
  if (!setup) return refuse('bad-command');
  return asPrincipal(request, async (principal) => answer(await doorway().rooms.open(principal, setup)));
}
