import type { RoomState, Round } from '../room/core/state';
import type { Db } from './history';
import { participantOf, type Viewer, viewerOf } from './viewer';

/** A round that somebody may look back on, and as whom. */
export interface Entitled {
  state: RoomState;
  round: Round;
  viewer: Viewer;
}

/**
 * Who may look back on a round, and as whom. Page, export, share link, replay and history all ask here, at the moment of
 * use. Null means all the same: no such round, not over, closed without its candidate, never in it, on the bench, in the
 * waiting room, or removed.
 */
export function entitled(
  state: RoomState,
  roundId: string,
  principalIds: readonly string[],
): Entitled | null {
  const round = state.rounds.find((known) => known.roundId === roundId);
  const memberId = round ? participantOf(state, round, principalIds) : null;
  const viewer = round && memberId !== null ? viewerOf(round, memberId) : null;
  return round && viewer ? { state, round, viewer } : null;
}

export interface RoundPlace {
  roomId: string;
  roundId: string;
}

/** The same from the record. The row is asked first, so that nobody makes the server read a room that is not theirs. */
export async function readEntitled(
  db: Db,
  loadRoom: (roomId: string) => Promise<RoomState | null>,
  principalIds: readonly string[],
  { roomId, roundId }: RoundPlace,
): Promise<Entitled | null> {
  const row = await db
    .selectFrom('participations')
    .select('member_id')
    .where('room_id', '=', roomId)
    .where('round_id', '=', roundId)
    .where('principal_id', 'in', [...principalIds])
    .where('opened', '=', 1)
    .limit(1)
    .executeTakeFirst();
  const state = row ? await loadRoom(roomId) : null;
  return state ? entitled(state, roundId, principalIds) : null;
}
