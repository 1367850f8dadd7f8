import { answer, asPrincipal, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { practisedIn } from '@/server/protocol/try-out';

/** Which of these rooms are gone. */
export async function POST(request: Request): Promise<Response> {
  const wish = await ownBody(request, practisedIn);
  if (!wish) return reject('bad-command');
  return asPrincipal(request, async () =>
    answer({ ok: true, value: await doorway().goneRooms(wish.roomIds) }),
  );
}
