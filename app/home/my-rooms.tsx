import { doorway } from '@/server/doorway';
import type { RunningRoomEntry } from '@/server/protocol/history';
import type { Role } from '@/server/protocol/words';
import type { Principal } from '@/server/runtime/principal';
import { type RunningRoom, RunningRooms } from './running-rooms';

/** The running rooms of whoever is signed in. */
export async function MyRooms({ principal }: { principal: Principal }) {
  const rooms = await doorway().review.running(principal);
  return <RunningRooms rooms={rooms.map(asRow)} />;
}

const SEATS: Record<Role, string> = { panelist: 'Panelist', candidate: 'Candidate', observer: 'Observer' };

function asRow(room: RunningRoomEntry): RunningRoom {
  const { roomId: id, title, role } = room;
  if (room.status === 'waiting')
    return { id, title, seat: SEATS[role], state: 'Waiting to be let in', live: false, people: null };
  const seat = room.round?.inHotSeat && room.round.phase !== 'published' ? 'In the hot seat' : SEATS[role];
  return {
    id,
    title,
    seat: room.host ? 'Host' : seat,
    state: stateOf(room),
    live: room.live,
    people: room.people,
  };
}

function stateOf({ round, live }: Extract<RunningRoomEntry, { status: 'in' }>): string {
  if (!round) return 'In the lobby';
  const no = round.of === null ? `Round ${round.no}` : `Round ${round.no} of ${round.of}`;
  if (round.phase === 'published') return `${no} published`;
  if (round.phase !== 'asking') return `${no}, ${round.phase === 'debrief' ? 'debrief' : 'deliberation'}`;
  return live ? `${no}, live` : no;
}
