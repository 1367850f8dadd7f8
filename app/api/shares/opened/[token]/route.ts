import { answer, asAnybody, fromOurselves, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';

/** Counts that somebody was shown what a share link leads to. The answer is the same for every link. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  if (!fromOurselves(request)) return reject('bad-command');
  const { token } = await params;
  return asAnybody(request, async ({ principal }) => {
    await doorway().review.shares.opened(principal, token);
    return answer({ ok: true, value: null });
  });
}
