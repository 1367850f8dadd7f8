import { answer, asPrincipal } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** What the plan of a room gives the people who are in it now, for its host. */
export async function GET(request: Request, { params }: { params: Promise<{ roomId: string }> }) {
  const { roomId } = await params;
  return asPrincipal(request, async (principal) => answer(await doorway().rooms.forecast(principal, roomId)));
}
