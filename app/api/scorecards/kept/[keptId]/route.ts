import { answer, asPrincipal, fromOurselves, reject } from '@/app/api/answer';
import { answerFile } from '@/app/api/scorecards/answer-file';
import { doorway } from '@/server/doorway';

interface Place {
  params: Promise<{ keptId: string }>;
}

/** An imported scorecard, as a file again, with its original signature. */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  const { keptId } = await params;
  return answerFile(request, { keptId }, { page: `/history/kept/${keptId}`, name: 'scorecard' });
}

export async function DELETE(request: Request, { params }: Place): Promise<Response> {
  if (!fromOurselves(request)) return reject('bad-command');
  const { keptId } = await params;
  return asPrincipal(request, async (principal) => {
    const isGone = await doorway().review.kept.forget(principal, keptId);
    return isGone ? answer({ ok: true, value: null }) : reject('not-found');
  });
}

/** Asks again whose key signed it. */
export async function POST(request: Request, { params }: Place): Promise<Response> {
  if (!fromOurselves(request)) return reject('bad-command');
  const { keptId } = await params;
  return asPrincipal(request, async (principal) => {
    const signature = await doorway().review.kept.check(principal, keptId);
    if (signature === 'often') return reject('slow-down');
    return signature ? answer({ ok: true, value: signature }) : reject('not-found');
  });
}
