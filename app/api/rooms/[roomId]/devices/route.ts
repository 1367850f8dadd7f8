import { answer, asPrincipal } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

interface Context {
  params: Promise<{ roomId: string }>;
}

/** The browsers that have the caller's seat. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { roomId } = await params;
  return asPrincipal(request, async (principal) => answer(await doorway().rooms.devices(principal, roomId)));
}
