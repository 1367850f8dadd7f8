import type { FullFrame } from '../protocol/wire';
import { CHANNELS, type Channel, channelOf, type RoomState } from '../room/core/state';
import { changesPeople, changesViewer, mineFrame, slicesFrame } from '../room/frames';
import { fullFrame, presenceOf, withoutBank } from '../room/views';
import type { Change } from '../runtime/room-commands';
import type { Connections, RoomServer, RoomSocket } from './connections';

export function channelRoom(roomId: string, channel: Channel): string {
  return `${roomId}/${channel}`;
}

export function memberRoom(roomId: string, memberId: string): string {
  return `${roomId}/${memberId}`;
}

/**
 * Tells this process's connections what changed: one frame for each channel that an event touched, whatever the
 * number of people, and one for each person whose own part it touched.
 */
export function broadcast(
  io: RoomServer,
  connections: Connections,
  { roomId, before, after }: Change,
  now: number,
): void {
  if (!before) return;
  const moved = connections.membersHere(roomId).filter((memberId) => changesViewer(before, after, memberId));
  for (const memberId of moved) leaveChannels(connections, roomId, memberId);
  for (const channel of CHANNELS) {
    const frame = slicesFrame(before, after, channel, now);
    if (frame) io.to(channelRoom(roomId, channel)).emit('slices', frame);
  }
  for (const memberId of connections.membersHere(roomId)) {
    if (moved.includes(memberId)) continue;
    const frame = mineFrame(before, after, memberId, now);
    if (frame) io.to(memberRoom(roomId, memberId)).emit('mine', frame);
  }
  // Before those who moved hear their new channel: they are told by themselves.
  if (moved.length > 0 || changesPeople(before, after)) sendPresence(io, connections, after);
  for (const memberId of moved) {
    for (const socket of connections.of(roomId, memberId)) show(socket, connections, after, now);
  }
}

/**
 * Puts a socket where it belongs and sends it all that it may see, but for the bank of the id that it holds; lets go of
 * one that may see nothing.
 */
export function show(
  socket: RoomSocket,
  connections: Connections,
  state: RoomState,
  now: number,
  heldBank: string | null = null,
): void {
  const { memberId } = socket.data;
  const frame = seat(socket, state, now);
  if (!frame) {
    const status = state.members.find((member) => member.memberId === memberId)?.status;
    socket.emit('out', { reason: status === 'left' || status === 'declined' ? status : 'removed' });
    socket.disconnect(true);
    return;
  }
  socket.emit('full', withoutBank(frame, heldBank));
  const channel = channelOf(state, memberId);
  if (channel && channel !== 'waiting')
    socket.emit('presence', presenceOf(state, channel, awayFrom(connections, state)));
}

/** Lets a socket hear what its member may hear from now on, and gives all that it may see; null when that is nothing. */
export function seat(socket: RoomSocket, state: RoomState, now: number): FullFrame | null {
  const { roomId, memberId } = socket.data;
  const channel = channelOf(state, memberId);
  if (!channel) return null;
  for (const other of CHANNELS) if (other !== channel) void socket.leave(channelRoom(roomId, other));
  void socket.join([channelRoom(roomId, channel), memberRoom(roomId, memberId)]);
  return fullFrame(state, memberId, now);
}

/** Channels that know of the same people. */
const COMPANIES = [['host', 'panel'], ['candidate'], ['bench']] as const;

/** Who is connected, to everybody for whom that has changed: another frame would tell them of people they do not meet. */
export function sendPresence(io: RoomServer, connections: Connections, state: RoomState): void {
  const { roomId } = state;
  const away = awayFrom(connections, state);
  for (const channels of COMPANIES) {
    const frame = presenceOf(state, channels[0], away);
    if (!connections.isNews(roomId, channels[0], JSON.stringify(frame))) continue;
    io.to(channels.map((channel) => channelRoom(roomId, channel))).emit('presence', frame);
  }
}

/** Since when (ms) members are away; who is connected is not in it. */
function awayFrom(connections: Connections, { roomId, members }: RoomState): Map<string, number> {
  const away = new Map<string, number>();
  for (const { memberId } of members) {
    const since = connections.awaySince(roomId, memberId);
    if (since !== null) away.set(memberId, since);
  }
  return away;
}

function leaveChannels(connections: Connections, roomId: string, memberId: string): void {
  for (const socket of connections.of(roomId, memberId)) {
    for (const channel of CHANNELS) void socket.leave(channelRoom(roomId, channel));
  }
}
