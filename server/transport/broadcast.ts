import type { Operation } from '../protocol/patch';
import { changesPeople, mineChange, viewChange } from '../room/core/frames';
import { mineOf } from '../room/core/mine';
import { sceneOf } from '../room/core/scene';
import { audienceOf, type Channel, channelOf, memberByPrincipal, type RoomState } from '../room/core/state';
import { type Away, presenceOf, viewOf } from '../room/core/views';
import { idsOf } from '../runtime/principal';
import type { Change } from '../runtime/room-commands';
import type { Connections, RoomSocket, SocketData } from './connections';
import { Encoded, type Encodings } from './encodings';

export interface BroadcastPorts {
  connections: Connections;
  encodings: Encodings;
  /** Emits an event whose only argument is already JSON text. */
  emitText: (socket: RoomSocket, event: 'full' | 'patch' | 'presence', json: string) => void;
}

/**
 * Tells this process's connections what changed. It computes and encodes the difference of a view once for each channel
 * with listeners here, and the difference of a person's own part once for all of their windows.
 */
export function broadcast(ports: BroadcastPorts, { roomId, before, after }: Change, now: number): void {
  const { connections, encodings } = ports;
  connections.moved(after);
  // The host's operations are often the panel's: the same list.
  const viewText = once((operations: Operation[]) => changeText(encodings, 'view', operations));
  const ofView = once((channel: Channel) => (before ? viewText(viewChange(before, after, channel)) : ''));
  const ofMine = once((memberId: string) =>
    before ? changeText(encodings, 'mine', mineChange(before, after, memberId)) : '',
  );
  const toShow: RoomSocket[] = [];
  const isSameScene = before !== null && sceneOf(before) === sceneOf(after);
  const hasNew = before?.members !== after.members;
  for (const memberId of connections.membersHere(roomId)) {
    for (const socket of connections.of(roomId, memberId)) {
      const { shown } = socket.data;
      if (hasNew && !hasSeat(socket, after)) {
        letGo(socket, after);
        continue;
      }
      // A connection without a greeting yet will be greeted with the newest view.
      if (!shown) continue;
      if (shown.state === before && (isSameScene || isSeenAs(shown, after, memberId))) {
        shown.state = after;
        tell(socket, ports, { view: ofView(shown.channel), mine: ofMine(memberId), at: now });
      } else toShow.push(socket);
    }
  }
  // Until they get the new view they are told nothing.
  for (const socket of toShow) socket.data.shown = null;
  if (toShow.length > 0 || (before && changesPeople(before, after))) sendPresence(ports, after);
  for (const socket of toShow) show(socket, ports, after, now);
}

/** Whether a member still belongs to the audience, and to the channel, that a connection is shown. */
function isSeenAs(
  { channel, audience }: NonNullable<SocketData['shown']>,
  state: RoomState,
  memberId: string,
): boolean {
  return channel === channelOf(state, memberId) && audience === audienceOf(state, memberId);
}

function tell(
  socket: RoomSocket,
  { emitText }: BroadcastPorts,
  { view, mine, at }: { view: string; mine: string; at: number },
): void {
  if (view === '' && mine === '') return;
  const parts = [view && `"view":${view},`, mine && `"mine":${mine},`].join('');
  emitText(socket, 'patch', `{"n":${counted(socket)},${parts}"at":${at}}`);
}

/** Empty if nothing differs. */
function changeText(encodings: Encodings, part: 'view' | 'mine', operations: Operation[]): string {
  return operations.length === 0 ? '' : encodings.text(part, operations);
}

function counted({ data }: RoomSocket): number {
  data.sent += 1;
  return data.sent;
}

/** Sends a socket its whole view, and the changes from then on; disconnects one that may see nothing. */
export function show(socket: RoomSocket, ports: BroadcastPorts, state: RoomState, now: number): void {
  const frame = seat(socket, ports, state, now);
  if (!frame) {
    letGo(socket, ports.connections.newest(state));
    return;
  }
  ports.emitText(socket, 'full', frame.text);
  const channel = socket.data.shown?.channel;
  if (channel && channel !== 'waiting') {
    const presence = presenceOf(state, channel, awayFrom(ports.connections, state));
    ports.emitText(socket, 'presence', ports.encodings.text('presence', presence));
  }
}

/** A socket's whole view, whose changes it gets from now on; null if it may see nothing. */
export function seat(
  socket: RoomSocket,
  { connections, encodings }: BroadcastPorts,
  read: RoomState,
  at: number,
): Encoded | null {
  const { memberId } = socket.data;
  // The room may have moved on since it was read.
  const state = connections.newest(read);
  const channel = channelOf(state, memberId);
  const audience = audienceOf(state, memberId);
  const mine = mineOf(state, memberId);
  if (!channel || !audience || !mine) return null;
  socket.data.shown = { state, channel, audience };
  const view = encodings.textOnce('whole view', viewOf(state, channel));
  const own = encodings.textOnce('whole mine', mine);
  const n = counted(socket);
  return new Encoded(`{"n":${n},"audience":"${audience}","view":${view},"mine":${own},"at":${at}}`);
}

/** Whether the seat that a connection shows is still its person's. */
function hasSeat({ data: { memberId, session } }: RoomSocket, state: RoomState): boolean {
  return memberByPrincipal(state, idsOf(session.principal))?.memberId === memberId;
}

function letGo(socket: RoomSocket, state: RoomState): void {
  const member = state.members.find(({ memberId }) => memberId === socket.data.memberId);
  const status = member?.status;
  socket.data.shown = null;
  // A person who leaves must get the answer first, which follows in the same turn.
  setImmediate(() => {
    // A person who was given a seat is another member now, and connects again.
    const reason = !member
      ? 'moved'
      : !hasSeat(socket, state)
        ? 'ended'
        : member.turnedAway && status === 'declined'
          ? 'over'
          : status === 'left' || status === 'declined'
            ? status
            : 'removed';
    socket.emit('out', { reason });
    socket.disconnect(true);
  });
}

/** Channels that know about the same people. */
const COMPANIES: readonly (readonly [Channel, ...Channel[]])[] = [
  ['host', 'panel'],
  ['candidate'],
  ['bench'],
];

/** Tells who is connected, only to viewers for whom that changed: any further frame would reveal people they do not meet. */
export function sendPresence({ connections, encodings, emitText }: BroadcastPorts, state: RoomState): void {
  const { roomId } = state;
  const away = awayFrom(connections, state);
  for (const channels of COMPANIES) {
    const [channel] = channels;
    const text = encodings.text('presence', presenceOf(state, channel, away));
    if (!connections.isNews(roomId, channel, text)) continue;
    for (const memberId of connections.membersHere(roomId))
      for (const socket of connections.of(roomId, memberId)) {
        const { shown } = socket.data;
        if (shown && channels.includes(shown.channel)) emitText(socket, 'presence', text);
      }
  }
}

/** Since when (ms) members have been away; connected members are not in it. */
function awayFrom(connections: Connections, { roomId, members }: RoomState): Away {
  const away = new Map<string, number | 'unknown'>();
  for (const { memberId } of members) {
    const since = connections.awaySince(roomId, memberId);
    if (since !== null) away.set(memberId, since);
  }
  return away;
}

function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
