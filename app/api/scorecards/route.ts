import { reject } from '@/app/api/answer';
import { placesIn } from '@/app/review/places';
import { placeOf } from '@/server/protocol/places';
import { answerFile } from './answer-file';

/** People select by hand, so a limit is enough. */
const MOST = 100;

/** Several scorecards in one file: `?round=ROOM/ROUND` for each (the kept entry's id in place of ROOM for one from a file), or everything of mine when none is named. */
export async function GET(request: Request): Promise<Response> {
  const named = new URL(request.url).searchParams.getAll('round');
  if (named.length > MOST) return reject('bad-command');
  const rounds = placesIn(named);
  const arePlaces = rounds.every(({ roomId, roundId }) => placeOf(roomId, roundId) !== null);
  if (!arePlaces) return reject('not-found');
  return answerFile(request, rounds.length > 0 ? { rounds } : 'everything', 'scorecards');
}
