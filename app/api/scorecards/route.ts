import { reject } from '@/app/api/answer';
import { isFiltered, readQuery } from '@/app/history/query';
import { placesIn } from '@/app/review/places';
import { placeOf } from '@/server/protocol/places';
import { answerFile } from './answer-file';

/** People select by hand, so a limit is enough. */
const MOST = 100;

/**
 * Several scorecards in one file: `?round=ROOM/ROUND` for each (the kept entry's id in place of ROOM for one from a file).
 * When none is named, those of mine that match the filters of the history, or everything of mine.
 */
export async function GET(request: Request): Promise<Response> {
  const search = new URL(request.url).searchParams;
  const named = search.getAll('round');
  if (named.length > MOST) return reject('bad-command');
  const rounds = placesIn(named);
  const arePlaces = rounds.every(({ roomId, roundId }) => placeOf(roomId, roundId) !== null);
  if (!arePlaces) return reject('not-found');
  const query = readQuery(Object.fromEntries(search));
  const unnamed = isFiltered(query) ? { matching: query } : 'everything';
  return answerFile(request, rounds.length > 0 ? { rounds } : unnamed, 'scorecards');
}
