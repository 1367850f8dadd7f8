import { PHASE_WORDS } from '@/app/ui/phase-words';
import { requestTime } from '@/app/ui/request-time';
import { doorway } from '@/server/doorway';
import type { RunningRoomEntry } from '@/server/protocol/history';
import type { Role } from '@/server/protocol/words';
import { isOver } from '@/server/room/rules';
import type { Principal } from '@/server/runtime/principal';
import { type RunningRoom, RunningRooms } from './running-rooms';

/** The running rooms of the person who is signed in. */
export async function MyRooms({ principal }: { principal: Principal }) {
  const rooms = await doorway().review.running(principal);
  const now = requestTime();
  const timed = ({ startsAt }: RunningRoomEntry) => (startsAt !== null && startsAt > now ? startsAt : null);
  // The next appointment first; rooms without one stay in their order.
  const sorted = rooms.toSorted((a, b) => (timed(a) ?? Infinity) - (timed(b) ?? Infinity) || 0);
  return <RunningRooms rooms={sorted.map((room) => ({ ...asRow(room), startsAt: timed(room) }))} />;
}

const SEATS: Record<Role, string> = { panelist: 'Panelist', candidate: 'Candidate', observer: 'Observer' };

function asRow(room: RunningRoomEntry): Omit<RunningRoom, 'startsAt'> {
  const { roomId: id, title, role, prepares } = room;
  if (room.status === 'waiting') {
    const state = room.opensAt === null ? 'Waiting to be let in' : 'Not open yet';
    return { id, title, seat: SEATS[role], state, live: false, people: null, prepares };
  }
  if (room.status === 'left')
    return { id, title, seat: SEATS[role], state: 'You left', live: false, people: null, prepares };
  const seat = room.round?.inHotSeat && !isOver(room.round.phase) ? 'In the hot seat' : SEATS[role];
  return {
    id,
    title,
    seat: room.host ? 'Host' : seat,
    state: stateOf(room),
    live: room.live,
    people: room.people,
    prepares,
  };
}

function stateOf({ round, live }: Extract<RunningRoomEntry, { status: 'in' }>): string {
  if (!round) return 'In the lobby';
  const no = round.of === null ? `Round ${round.no}` : `Round ${round.no} of ${round.of}`;
  if (round.phase !== 'asking') return `${no}, ${PHASE_WORDS[round.phase].toLowerCase()}`;
  return live ? `${no}, live` : no;
}
