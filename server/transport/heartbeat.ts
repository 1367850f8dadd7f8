import type { Log } from '../log';
import type { RoomState } from '../room/core/state';
import type { Bus } from '../runtime/bus';
import { RecordUnavailable } from '../runtime/ports';
import type { Session } from '../runtime/principal';
import type { RoomCommands } from '../runtime/room-commands';
import { type BroadcastPorts, sendPresence, show } from './broadcast';

export interface HeartbeatPorts extends BroadcastPorts {
  runtime: RoomCommands;
  /** Which of these sign-in sessions are no longer valid. */
  ended(sessions: readonly Session[]): Promise<Set<Session>>;
  bus: Bus;
  now(): number;
  log: Log;
}

/** Milliseconds between two beats. Engine.IO's pings notice a lost connection sooner. */
const BEAT_MS = 5_000;

/**
 * Repairs the effects of lost messages: every few seconds it disconnects people who signed out elsewhere, tells every room
 * its newest frame number and who is connected, and tells the other processes who is connected here. The returned function
 * stops it.
 */
export function startHeartbeat(ports: HeartbeatPorts): () => void {
  const { connections, bus, log } = ports;
  let isBeating = false;
  const beat = async (): Promise<void> => {
    for (const roomId of connections.roomsToTell())
      bus.send({ kind: 'members-here', roomId, memberIds: connections.toTell(roomId) });
    // A slow record must not get more requests because it is slow.
    if (isBeating) return;
    isBeating = true;
    try {
      await dropEnded(ports);
      connections.forgetSilent();
      for (const roomId of connections.roomsHere()) await tellRoom(roomId, ports);
    } catch (error) {
      log.warn({ err: error }, 'a heartbeat was cut short');
    } finally {
      isBeating = false;
    }
  };
  const timer = setInterval(() => void beat(), BEAT_MS);
  return () => clearInterval(timer);
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

/**
 * Tells each connection how many frames it was sent, so that it notices a lost last one, or sends the whole view if it does
 * not have the newest. Also tells who is connected, if that has changed. With other processes, reading the state finds
 * changes that this process was not told. A room that cannot be read does not delay others.
 */
async function tellRoom(roomId: string, ports: HeartbeatPorts): Promise<void> {
  const { connections, now } = ports;
  const read = await stateOf(roomId, ports);
  if (!read) return;
  const state = connections.newest(read);
  for (const memberId of connections.membersHere(roomId))
    for (const socket of connections.of(roomId, memberId)) {
      const { shown, sent } = socket.data;
      if (shown?.state === state) socket.volatile.emit('head', { n: sent, at: now() });
      else show(socket, ports, state, now());
    }
  sendPresence(ports, state);
}

/** Throws only when no room can be read now. */
async function stateOf(roomId: string, { runtime, log }: HeartbeatPorts): Promise<RoomState | null> {
  try {
    return await runtime.state(roomId);
  } catch (error) {
    if (error instanceof RecordUnavailable) throw error;
    log.error({ err: error, roomId }, 'a room could not be read');
    return null;
  }
}
