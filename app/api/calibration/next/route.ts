import { answer, asPrincipal, ownBody, reject } from '@/app/api/answer';
import { doorway } from '@/server/doorway';
import { calibrationWish } from '@/server/protocol/calibration';

/** Shows a sample that this person has not rated. That is noted, so a GET will not do. */
export async function POST(request: Request): Promise<Response> {
  const wish = await ownBody(request, calibrationWish);
  if (!wish) return reject('bad-command');
  return asPrincipal(request, async (principal) =>
    answer(await doorway().calibration.next(principal, wish.packId)),
  );
}
