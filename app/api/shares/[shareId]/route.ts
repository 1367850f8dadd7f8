import { answer, asPrincipal, fromOurselves, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** Ends one's own share link. */
export async function DELETE(
  request: Request,
  { params }: { params: Promise<{ shareId: string }> },
): Promise<Response> {
  if (!fromOurselves(request)) return reject('bad-command');
  const { shareId } = await params;
  return asPrincipal(request, async (principal) => {
    const isOver = await doorway().review.shares.revoke(principal, shareId);
    return isOver ? answer({ ok: true, value: null }) : reject('not-found');
  });
}
