import type { Log } from '../log';
import { writtenIn } from '../room/code';
import type { RoomState } from '../room/core/state';
import { LaterEvent } from '../room/core/upcast';
import type { Bus } from '../runtime/bus';
import type { CodeTexts } from '../runtime/code-texts';
import { type EventRecord, RecordUnavailable } from '../runtime/ports';
import type { Session } from '../runtime/principal';
import type { RoomCommands } from '../runtime/room-commands';
import { type BroadcastPorts, sendPresence, show } from './broadcast';
import type { Connections } from './connections';
import type { Cursors } from './cursors';

export interface HeartbeatPorts extends BroadcastPorts {
  runtime: RoomCommands;
  code: Pick<CodeTexts, 'catchUp'>;
  cursors: Pick<Cursors, 'forgetSilent'>;
  /** Which of these sign-in sessions are no longer valid. */
  ended(sessions: readonly Session[]): Promise<Set<Session>>;
  /** The last `seq` of each of these rooms in the record. */
  newest: EventRecord['newest'];
  bus: Bus;
  now(): number;
  log: Log;
}

/** Milliseconds between two beats. Engine.IO's pings notice a lost connection sooner. */
const BEAT_MS = 5_000;
/** Rooms in one message to the other processes, and in one question to the record: each costs something, whatever its size. */
const ROOMS_AT_ONCE = 200;
/** At every so many beats, also people to whom nothing was sent get a frame number, with the time for their clock. */
const BEATS_OF_QUIET = 6;

/**
 * Repairs the effects of lost messages: every few seconds it disconnects people who signed out elsewhere, tells people to
 * whom something was sent its number, and everybody who is connected, and tells the other processes who is connected here.
 * The returned function stops it.
 */
export function startHeartbeat(ports: HeartbeatPorts): () => void {
  const { connections, log } = ports;
  let isBeating = false;
  let beats = 0;
  const beat = async (): Promise<void> => {
    tellWhoIsHere(ports);
    // A slow record must not get more requests because it is slow.
    if (isBeating) return;
    isBeating = true;
    beats += 1;
    try {
      await dropEnded(ports);
      connections.forgetSilent();
      ports.cursors.forgetSilent();
      const everybody = beats % BEATS_OF_QUIET === 0;
      const rooms = connections.roomsHere();
      for (let at = 0; at < rooms.length; at += ROOMS_AT_ONCE)
        await tellRooms(rooms.slice(at, at + ROOMS_AT_ONCE), ports, everybody);
    } catch (error) {
      log.warn({ err: error }, 'a heartbeat was cut short');
    } finally {
      isBeating = false;
    }
  };
  const timer = setInterval(() => void beat(), BEAT_MS);
  return () => clearInterval(timer);
}

/** Tells the other processes who is connected here, in few messages. */
export function tellWhoIsHere({ connections, bus }: Pick<HeartbeatPorts, 'connections' | 'bus'>): void {
  const rooms = connections.roomsToTell();
  for (let at = 0; at < rooms.length; at += ROOMS_AT_ONCE) {
    const some = rooms.slice(at, at + ROOMS_AT_ONCE);
    bus.send({ kind: 'members-here', rooms: some.map((roomId) => connections.toTell(roomId)) });
  }
}

/**
 * Ends the connections whose sign-in session is over, without a message. The browser reconnects with its current cookie,
 * which may belong to a newer session; otherwise the handshake tells it that it is signed out.
 */
async function dropEnded({ connections, ended, log }: HeartbeatPorts): Promise<void> {
  const sockets = [...connections.all()];
  try {
    const over = await ended(sockets.map(({ data }) => data.session));
    for (const socket of sockets) if (over.has(socket.data.session)) socket.conn.close();
  } catch (error) {
    log.warn({ err: error }, 'the sign-in sessions could not be checked');
  }
}

/** With other processes, one statement finds the rooms that moved on elsewhere, and only those are read. */
async function tellRooms(
  roomIds: readonly string[],
  ports: HeartbeatPorts,
  everybody: boolean,
): Promise<void> {
  const newest = ports.bus.alone ? new Map<string, number>() : await ports.newest(roomIds);
  for (const roomId of roomIds) await tellRoom(roomId, newest.get(roomId), ports, everybody);
}

/**
 * Tells each connection that was sent frames, or `everybody`, how many there were, so that it notices a lost last one, or
 * sends the whole view if it does not have the newest. Also tells who is connected, if that has changed. With other processes,
 * reading the state finds changes that this process was not told, and so does reading the text in which people write. A room
 * that cannot be read does not delay others.
 */
async function tellRoom(
  roomId: string,
  newest: number | undefined,
  ports: HeartbeatPorts,
  everybody: boolean,
): Promise<void> {
  const { connections, now } = ports;
  const read = await stateOf(roomId, ports, newest);
  if (!read) return;
  const state = connections.newest(read);
  for (const memberId of connections.membersHere(roomId))
    for (const socket of connections.of(roomId, memberId)) {
      const { data } = socket;
      if (data.shown?.state !== state) show(socket, ports, state, now());
      else if (everybody || data.sent > data.told) {
        data.told = data.sent;
        socket.volatile.emit('head', { n: data.sent, at: now() });
      }
    }
  sendPresence(ports, state);
  const askId = writtenIn(state);
  if (askId && !ports.bus.alone) await ports.code.catchUp(roomId, askId);
}

/** Throws only when no room can be read now. */
export async function stateOf(
  roomId: string,
  { runtime, connections, log }: Pick<HeartbeatPorts, 'runtime' | 'connections' | 'log'>,
  newest?: number,
): Promise<RoomState | null> {
  try {
    return await runtime.state(roomId, newest);
  } catch (error) {
    if (error instanceof RecordUnavailable) throw error;
    log.error({ err: error, roomId }, 'a room could not be read');
    leaveToLater(error, roomId, connections);
    return null;
  }
}

/** Only a process of a later version can read that room, so that its people look for one: their browsers try until they find it. */
export function leaveToLater(error: unknown, roomId: string, connections: Connections): void {
  if (!(error instanceof LaterEvent)) return;
  for (const memberId of connections.membersHere(roomId))
    for (const socket of [...connections.of(roomId, memberId)]) socket.conn.close();
}
