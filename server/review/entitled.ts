import type { Place } from '../protocol/places';
import type { RoomState, Round } from '../room/core/state';
import type { Db } from './history';
import { participantOf, type Viewer, viewerOf } from './viewer';

/** A round that somebody may review, and their seat in it. */
export interface Entitled {
  state: RoomState;
  round: Round;
  viewer: Viewer;
}

/**
 * Who may review a round, and in which seat. Page, export, share link, replay and history all ask here, at the moment
 * of use. Null does not say which is true: no such round, not over, not published for its candidate, never in it, on the
 * bench, in the waiting room, or removed from its panel before it was over.
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

/** The same from the record. It reads the row first, so that nobody makes the server read a room that is not theirs. */
export async function readEntitled(
  db: Db,
  loadRoom: (roomId: string) => Promise<RoomState | null>,
  principalIds: readonly string[],
  { roomId, roundId }: Place,
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
  const mayRead = row !== undefined || (await isTryOutOf(db, principalIds, roomId));
  const state = mayRead ? await loadRoom(roomId) : null;
  return state ? entitled(state, roundId, principalIds) : null;
}

/** A try-out is in nobody's history: its visitor finds its scorecard only from the room. */
async function isTryOutOf(db: Db, ids: readonly string[], roomId: string): Promise<boolean> {
  const row = await db
    .selectFrom('try_outs')
    .select('room_id')
    .where('room_id', '=', roomId)
    .where('principal_id', 'in', [...ids])
    .executeTakeFirst();
  return row !== undefined;
}
