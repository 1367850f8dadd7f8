import type {
  HistoryChoices,
  HistoryFilter,
  HistoryPage,
  RunningRoomEntry,
  Trend,
} from '../protocol/history';
import type { Playback } from '../protocol/playback';
import type { Scorecard } from '../protocol/scorecard';
import type { Sharing } from '../protocol/sharing';
import { audienceOf, memberByPrincipal, type RoomState, type Round } from '../room/core/state';
import { idsOf, type Principal } from '../runtime/principal';
import { type Db, historyChoices, historyPage } from './history';
import { playbackFor, type TextUpdate } from './playback';
import { previewFor } from './preview';
import { runningRooms } from './running';
import { scorecardFor } from './scorecard';
import { trendsOf } from './trends';
import { participantOf, viewerOf } from './viewer';

/** What a person may read of rounds that are over, and which of their rooms go on. */
export interface Review {
  /** Null for a round that is not there, and just so for one that this person may not read. */
  scorecard(principal: Principal, roomId: string, roundId: string): Promise<Scorecard | null>;
  /** How the code of an exercise came to be; null where its scorecard would be, and for an ask without code. */
  playback(principal: Principal, roomId: string, roundId: string, askId: string): Promise<Playback | null>;
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
  /** The code of an exercise as it was left. */
  codeText?(state: RoomState, askId: string): Promise<string>;
  /** Every update of it, in order. */
  codeHistory?(state: RoomState, askId: string): Promise<TextUpdate[]>;
}

const SIZE_MAX = 100;

export function createReview(ports: ReviewPorts): Review {
  const { db, loadRoom } = ports;
  return {
    scorecard: (principal, roomId, roundId) => readScorecard(ports, idsOf(principal), roomId, roundId),
    preview: async (principal, roomId, roundId, sharing) => {
      const state = await loadRoom(roomId);
      const member = state && memberByPrincipal(state, idsOf(principal));
      const round = state?.rounds.find((known) => known.roundId === roundId);
      if (!state || !member || !round || audienceOf(state, member.memberId) !== 'host') return null;
      const texts = await textsOf(ports, state, round);
      return previewFor(state, roundId, member.memberId, sharing, Date.now(), texts);
    },
    playback: (principal, roomId, roundId, askId) =>
      readPlayback(ports, idsOf(principal), roomId, roundId, askId),
    history: (principal, { cursor, size, ...filter }) =>
      historyPage(db, idsOf(principal), filter, cursor, Math.min(Math.max(size, 1), SIZE_MAX)),
    choices: (principal) => historyChoices(db, idsOf(principal)),
    trends: (principal, packId) => trendsOf(db, idsOf(principal), packId),
    running: (principal) => runningRooms(db, idsOf(principal), loadRoom),
  };
}

async function readScorecard(
  ports: ReviewPorts,
  ids: string[],
  roomId: string,
  roundId: string,
): Promise<Scorecard | null> {
  const read = await readRound(ports, ids, roomId, roundId);
  if (!read) return null;
  const { state, round, memberId } = read;
  return scorecardFor(state, roundId, memberId, await textsOf(ports, state, round));
}

/** By ask: the code of each exercise as it was left. */
async function textsOf(
  { codeText }: ReviewPorts,
  state: RoomState,
  round: Round,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { askId, code, status } of round.asks)
    if (code && status !== 'withdrawn' && codeText) texts.set(askId, await codeText(state, askId));
  return texts;
}

async function readPlayback(
  ports: ReviewPorts,
  ids: string[],
  roomId: string,
  roundId: string,
  askId: string,
): Promise<Playback | null> {
  const read = await readRound(ports, ids, roomId, roundId);
  const viewer = read && viewerOf(read.round, read.memberId);
  const ask = read?.round.asks.find((other) => other.askId === askId);
  if (!read || !viewer || !ask?.code || ask.status === 'withdrawn' || !ports.codeHistory) return null;
  const updates = await ports.codeHistory(read.state, askId);
  return playbackFor(read.state, read.round, ask, viewer, updates);
}

/** The row is asked first, so that nobody makes the server read a room that is not theirs. */
async function readRound(
  { db, loadRoom }: ReviewPorts,
  ids: string[],
  roomId: string,
  roundId: string,
): Promise<{ state: RoomState; round: Round; memberId: string } | null> {
  const row = await db
    .selectFrom('participations')
    .select('member_id')
    .where('room_id', '=', roomId)
    .where('round_id', '=', roundId)
    .where('principal_id', 'in', ids)
    .where('opened', '=', 1)
    .limit(1)
    .executeTakeFirst();
  const state = row ? await loadRoom(roomId) : null;
  const round = state?.rounds.find((known) => known.roundId === roundId);
  const memberId = state && round && participantOf(state, round, ids);
  return state && round && memberId ? { state, round, memberId } : null;
}
