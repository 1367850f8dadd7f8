import { answer, asPrincipal } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** What the simulated candidate says now, for a visitor who listens. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ roomId: string }> },
): Promise<Response> {
  const { roomId } = await params;
  return asPrincipal(request, async (principal) => answer(await doorway().tryOuts.spoken(principal, roomId)));
}
