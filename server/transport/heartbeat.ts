import type { Log } from '../log';
import type { RoomState } from '../room/core/state';
import type { Bus } from '../runtime/bus';
import { RecordUnavailable } from '../runtime/ports';
import type { Session } from '../runtime/principal';
import type { RoomCommands } from '../runtime/room-commands';
import { type BroadcastPorts, sendPresence, show } from './broadcast';

export interface HeartbeatPorts extends BroadcastPorts {
  runtime: RoomCommands;
  /** Which of these sign-in sessions do not count any more. */
  ended(sessions: readonly Session[]): Promise<Set<Session>>;
  bus: Bus;
  now(): number;
  log: Log;
}

/** Milliseconds between two beats. A cut line is noticed sooner, by Engine.IO's pings. */
const BEAT_MS = 5_000;

/**
 * What must come right though a message was lost: every few seconds whoever was signed out elsewhere is let go of,
 * every room is told how far it is and who is connected, and the other processes who is connected here. Ends with what is returned.
 */
export function startHeartbeat(ports: HeartbeatPorts): () => void {
  const { connections, bus, log } = ports;
  let isBeating = false;
  const beat = async (): Promise<void> => {
    for (const roomId of connections.roomsHere())
      bus.send({ kind: 'members-here', roomId, memberIds: connections.membersHere(roomId) });
    // A record that answers slowly must not be asked more often the slower it is.
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
 * Ends the connections whose sign-in session is over. The line is cut without a word: the browser comes back with
 * the cookie that it has now, which may be that of a newer session, and else hears at the door that it is signed out.
 */
async function dropEnded({ connections, ended, log }: HeartbeatPorts): Promise<void> {
  const sockets = [...connections.all()];
  try {
    const over = await ended(sockets.map(({ data }) => data.session));
    for (const socket of sockets) if (over.has(socket.data.session)) socket.conn.close();
  } catch (error) {
    log.warn({ err: error }, 'who is signed in could not be asked');
  }
}

/**
 * To each connection how many frames it was sent, so that a lost last one is noticed, or the whole where it was not shown
 * the newest; and who is connected where that is news. Where there are other processes, reading the state finds what nobody told this one. A room that cannot be read
 * holds no other up.
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
