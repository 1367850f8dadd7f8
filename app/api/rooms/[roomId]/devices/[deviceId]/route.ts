import { answer, asPrincipal, fromOurselves, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

interface Context {
  params: Promise<{ roomId: string; deviceId: string }>;
}

/** Takes the caller's seat from another of their browsers. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  if (!fromOurselves(request)) return reject('bad-command');
  const { roomId, deviceId } = await params;
  return asPrincipal(request, async (principal) =>
    answer(await doorway().rooms.endDevice(principal, roomId, deviceId)),
  );
}
