import type { RunningRoomEntry } from '../protocol/history';
import {
  audienceOf,
  channelOf,
  currentRound,
  type MemberStatus,
  memberByPrincipal,
  type RoomState,
} from '../room/core/state';
import { peopleFor } from '../room/people';
import { mayComeBack } from '../room/returning';
import { roundSlice } from '../room/round';
import { hasStillToSit, lobbyOpensAt, startsAtFor } from '../room/schedule';
import type { Db } from './history';

/** Nobody returns to more rooms, and these are few enough to read each. */
const ROOMS = 10;

/** Of those that they left. */
const LEFT = 3;

/** A person's rooms that have not ended, the last active first, and after them those that they left and can come back to. */
export async function runningRooms(
  db: Db,
  ids: string[],
  loadRoom: (roomId: string) => Promise<RoomState | null>,
  now: number,
): Promise<RunningRoomEntry[]> {
  const found = await Promise.all([
    roomIds(db, ids, ['waiting', 'in'], ROOMS),
    roomIds(db, ids, ['left'], LEFT),
  ]);
  const rooms = await Promise.all([...new Set(found.flat())].map(loadRoom));
  return rooms.flatMap((state) => (state ? (runningRoom(state, ids, now) ?? []) : []));
}

async function roomIds(db: Db, ids: string[], statuses: MemberStatus[], limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('memberships')
    .select((row) => ['room_id', row.fn.max('active_at').as('active_at')])
    .where('principal_id', 'in', ids)
    .where('room_phase', 'in', ['lobby', 'live'])
    .where('status', 'in', statuses)
    .groupBy('room_id')
    .orderBy('active_at', 'desc')
    .orderBy('room_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.room_id);
}

/** The state decides, not the row that led to it. */
function runningRoom(state: RoomState, ids: string[], now: number): RunningRoomEntry | null {
  const member = memberByPrincipal(state, ids);
  if (!member || state.phase === 'ended' || (state.tryOut && now >= state.tryOut.until)) return null;
  const { memberId, role } = member;
  const startsAt = startsAtFor(state, memberId);
  const known = {
    roomId: state.roomId,
    title: state.settings.title,
    role,
    startsAt,
    prepares: hasStillToSit(state, memberId),
  };
  if (mayComeBack(state, member)) return { ...known, startsAt: null, status: 'left' };
  const audience = audienceOf(state, memberId);
  if (audience === 'waiting') return { ...known, status: 'waiting', opensAt: lobbyOpensAt(state) };
  // A candidate whose round is not the current one sees nothing of it, here as in the room.
  const channel = channelOf(state, memberId);
  if (channel === null) return null;
  const seesRound = channel !== 'bench';
  const round = seesRound ? roundSlice(state, channel) : null;
  const inHotSeat = round?.candidateId === member.memberId;
  return {
    ...known,
    status: 'in',
    host: state.hostId === member.memberId,
    // The people they may know of, and themselves.
    people: new Set([...peopleFor(state, channel), member]).size,
    round: round && { no: round.no, of: round.of, phase: round.phase, inHotSeat },
    live: seesRound && (currentRound(state)?.liveAskId ?? null) !== null,
  };
}
