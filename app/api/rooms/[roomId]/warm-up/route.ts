import { answer, asPrincipal } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** When those who rate in this room last warmed up together with its pack, for its host. */
export async function GET(request: Request, { params }: { params: Promise<{ roomId: string }> }) {
  const { roomId } = await params;
  return asPrincipal(request, async (principal) =>
    answer({ ok: true, value: await doorway().review.warmedUp(principal, roomId) }),
  );
}
