import { answer, asPrincipal, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { calibrationRating } from '@/server/protocol/calibration';

/** Rates one; the answer is how the pack rates it. */
export async function POST(request: Request): Promise<Response> {
  const rating = await ownBody(request, calibrationRating);
  if (!rating) return reject('bad-command');
  return asPrincipal(request, async (principal) =>
    answer(await doorway().calibration.rate(principal, rating)),
  );
}
