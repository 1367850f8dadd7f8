import { reject } from '@/app/api/answer';
import { roomId, roundId } from '@/server/protocol/ids';
import { answerFile } from './answer-file';

/** A selection is made by hand, so it has an end. */
const MOST = 100;

/** Several scorecards in one file: `?round=ROOM/ROUND` for each, or everything of mine when none is named. */
export async function GET(request: Request): Promise<Response> {
  const named = new URL(request.url).searchParams.getAll('round');
  if (named.length > MOST) return reject('bad-command');
  const rounds = named.map((place) => {
    const [room = '', round = ''] = place.split('/');
    return { roomId: room, roundId: round };
  });
  const areIds = rounds.every(
    (place) => roomId.safeParse(place.roomId).success && roundId.safeParse(place.roundId).success,
  );
  if (!areIds) return reject('not-found');
  return answerFile(request, rounds.length > 0 ? { rounds } : 'everything', 'scorecards');
}
