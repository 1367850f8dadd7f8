import type {
  HistoryChoices,
  HistoryFilter,
  HistoryPage,
  RunningRoomEntry,
  Trend,
} from '../protocol/history';
import type { Scorecard } from '../protocol/scorecard';
import type { Sharing } from '../protocol/sharing';
import { memberByPrincipal, type RoomState } from '../room/core/state';
import { idsOf, type Principal } from '../runtime/principal';
import { type Db, historyChoices, historyPage } from './history';
import { previewFor } from './preview';
import { runningRooms } from './running';
import { scorecardFor } from './scorecard';
import { trendsOf } from './trends';
import { participantOf } from './viewer';

/** What a person may read of rounds that are over, and which of their rooms go on. */
export interface Review {
  /** Null for a round that is not there, and just so for one that this person may not read. */
  scorecard(principal: Principal, roomId: string, roundId: string): Promise<Scorecard | null>;
  /** For the host of the room: the candidate's scorecard with this sharing. Null for everybody else. */
  preview(principal: Principal, roomId: string, roundId: string, sharing: Sharing): Promise<Scorecard | null>;
  history(
    principal: Principal,
    query: HistoryFilter & { cursor: string | null; size: number },
  ): Promise<HistoryPage>;
  choices(principal: Principal): Promise<HistoryChoices>;
  trends(principal: Principal, packId: string | null): Promise<Trend[]>;
  running(principal: Principal): Promise<RunningRoomEntry[]>;
}

export interface ReviewPorts {
  db: Db;
  /** The room as the record has it; null when there is none. */
  loadRoom(roomId: string): Promise<RoomState | null>;
}

const SIZE_MAX = 100;

export function createReview({ db, loadRoom }: ReviewPorts): Review {
  return {
    scorecard: (principal, roomId, roundId) => readScorecard(db, loadRoom, idsOf(principal), roomId, roundId),
    preview: async (principal, roomId, roundId, sharing) => {
      const state = await loadRoom(roomId);
      const member = state && memberByPrincipal(state, idsOf(principal));
      return state && member ? previewFor(state, roundId, member.memberId, sharing, Date.now()) : null;
    },
    history: (principal, { cursor, size, ...filter }) =>
      historyPage(db, idsOf(principal), filter, cursor, Math.min(Math.max(size, 1), SIZE_MAX)),
    choices: (principal) => historyChoices(db, idsOf(principal)),
    trends: (principal, packId) => trendsOf(db, idsOf(principal), packId),
    running: (principal) => runningRooms(db, idsOf(principal), loadRoom),
  };
}

/** The row is asked first, so that nobody makes the server read a room that is not theirs. */
async function readScorecard(
  db: Db,
  loadRoom: ReviewPorts['loadRoom'],
  ids: string[],
  roomId: string,
  roundId: string,
): Promise<Scorecard | null> {
  const row = await db
    .selectFrom('participations')
    .select('member_id')
    .where('room_id', '=', roomId)
    .where('round_id', '=', roundId)
    .where('principal_id', 'in', ids)
    .where('opened', '=', 1)
    .limit(1)
    .executeTakeFirst();
  const mayRead = row !== undefined || (await isTryOutOf(db, ids, roomId));
  const state = mayRead ? await loadRoom(roomId) : null;
  const round = state?.rounds.find((known) => known.roundId === roundId);
  const memberId = state && round && participantOf(state, round, ids);
  return state && memberId ? scorecardFor(state, roundId, memberId) : null;
}

/** A room to try things out in is in nobody's history: its visitor finds its scorecard from the room alone. */
async function isTryOutOf(db: Db, ids: string[], roomId: string): Promise<boolean> {
  const row = await db
    .selectFrom('try_outs')
    .select('room_id')
    .where('room_id', '=', roomId)
    .where('principal_id', 'in', ids)
    .executeTakeFirst();
  return row !== undefined;
}
