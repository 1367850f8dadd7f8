import { MOST_CHOSEN } from '@/app/history/most-chosen';
import { historyHref, isFiltered, readQuery } from '@/app/history/query';
import { placesIn } from '@/app/review/places';
import { placeOf } from '@/server/protocol/places';
import { answerFile, noFile } from './answer-file';

/**
 * Several scorecards in one file: `?round=ROOM/ROUND` for each (the kept entry's id in place of ROOM for one from a file).
 * When none is named, those of mine that match the filters of the history, or everything of mine.
 */
export async function GET(request: Request): Promise<Response> {
  const search = new URL(request.url).searchParams;
  const named = search.getAll('round');
  const query = readQuery({ ...Object.fromEntries(search), round: named });
  const page = historyHref(query);
  if (named.length > MOST_CHOSEN) return noFile(request, 'bad-command', page);
  const rounds = placesIn(named);
  const arePlaces = rounds.every(({ roomId, roundId }) => placeOf(roomId, roundId) !== null);
  if (!arePlaces) return noFile(request, 'not-found', page);
  const unnamed = isFiltered(query) ? { matching: query } : 'everything';
  return answerFile(request, rounds.length > 0 ? { rounds } : unnamed, { page, name: 'scorecards' });
}
