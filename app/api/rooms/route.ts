import { answer, asPrincipal, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { roomSetup } from '@/server/protocol/requests';

/** Opens a room for the person who asks, who becomes its host. */
export async function POST(request: Request): Promise<Response> {
  const setup = await ownBody(request, roomSetup);
  if (!setup) return reject('bad-command');
  return asPrincipal(request, async (principal) => answer(await doorway().rooms.open(principal, setup)));
}
