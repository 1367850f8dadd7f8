import { audienceOf, CHANNELS, type Channel, channelOf, type RoomState } from '../room/state';
import { mineOf } from '../room/view-mine';
import { fullFrame, presenceOf, viewOf } from '../room/views';
import type { Change } from '../runtime/room-runtime';
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
  const moved = connections
    .membersHere(roomId)
    .filter((memberId) => audienceOf(before, memberId) !== audienceOf(after, memberId));
  for (const memberId of moved) leaveChannels(connections, roomId, memberId);
  for (const channel of CHANNELS) sendSlices(io, before, after, channel, now);
  for (const memberId of connections.membersHere(roomId)) {
    if (moved.includes(memberId)) continue;
    sendMine(io, before, after, memberId, now);
  }
  for (const memberId of moved) {
    for (const socket of connections.of(roomId, memberId)) show(socket, after, now);
  }
  if (before.members !== after.members) sendPresence(io, connections, after);
}

/** Puts a socket where it belongs and sends it all that it may see; lets go of one that may see nothing. */
export function show(socket: RoomSocket, state: RoomState, now: number): void {
  const { roomId, memberId } = socket.data;
  const frame = fullFrame(state, memberId, now);
  if (!frame) {
    const status = state.members.find((member) => member.memberId === memberId)?.status;
    socket.emit('out', { reason: status === 'left' || status === 'declined' ? status : 'removed' });
    socket.disconnect(true);
    return;
  }
  void socket.join([channelRoom(roomId, channelOf(frame.audience)), memberRoom(roomId, memberId)]);
  socket.emit('full', frame);
}

/** Who is connected, to everybody who sees the roster. */
export function sendPresence(io: RoomServer, connections: Connections, state: RoomState): void {
  const { roomId } = state;
  const away = new Map<string, number>();
  for (const { memberId } of state.members) {
    const since = connections.awaySince(roomId, memberId);
    if (since !== null) away.set(memberId, since);
  }
  const rooms = (['host', 'panel', 'candidate'] as const).map((channel) => channelRoom(roomId, channel));
  io.to(rooms).emit('presence', presenceOf(state, away));
}

function leaveChannels(connections: Connections, roomId: string, memberId: string): void {
  for (const socket of connections.of(roomId, memberId)) {
    for (const channel of CHANNELS) void socket.leave(channelRoom(roomId, channel));
  }
}

function sendSlices(io: RoomServer, before: RoomState, after: RoomState, channel: Channel, at: number): void {
  const prev = before.heads.shared[channel];
  const seq = after.heads.shared[channel];
  if (prev === seq) return;
  const slices = changedSlices(viewOf(before, channel), viewOf(after, channel));
  io.to(channelRoom(after.roomId, channel)).emit('slices', { prev, seq, slices, at });
}

/** The slices of a view that differ, whole. */
function changedSlices(before: object, after: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(after).filter(([name, slice]) => {
      const old: unknown = Reflect.get(before, name);
      return old !== slice && JSON.stringify(old) !== JSON.stringify(slice);
    }),
  );
}

function sendMine(io: RoomServer, before: RoomState, after: RoomState, memberId: string, at: number): void {
  const prev = before.heads.mine[memberId] ?? 0;
  const seq = after.heads.mine[memberId] ?? 0;
  const mine = prev === seq ? null : mineOf(after, memberId);
  if (mine) io.to(memberRoom(after.roomId, memberId)).emit('mine', { prev, seq, mine, at });
}
