import type { Log } from '../log';
import type { RejectionCode } from '../protocol/rejections';
import { assertNever } from '../room/core/assert-never';
import type { RoomState } from '../room/core/state';
import type { Bus, BusMessage } from '../runtime/bus';
import type { CodeTexts } from '../runtime/code-texts';
import type { Session } from '../runtime/principal';
import type { RoomCommands } from '../runtime/room-commands';
import { endUnread } from './backlog';
import { type BroadcastPorts, broadcast, sendPresence, show } from './broadcast';
import { answerCode, tellCode } from './code';
import type { Connections, RoomSocket, SocketData } from './connections';
import { Cursors } from './cursors';
import { ConnectionRejection, type HandshakePorts, readHandshake } from './handshake';
import { type HeartbeatPorts, leaveToLater, startHeartbeat, stateOf } from './heartbeat';
import type { Limit } from './limit';
import type { RequestKind } from './request-limits';
import { answerRequests } from './requests';
import { Stall } from './stall';
import { UnderWay } from './under-way';
import type { WordsLimit } from './words-limit';

export interface ServingPorts extends BroadcastPorts {
  runtime: RoomCommands;
  code: CodeTexts;
  session: HandshakePorts['session'];
  /** Which of these sign-in sessions are no longer valid. */
  ended(sessions: readonly Session[]): Promise<Set<Session>>;
  newest: HeartbeatPorts['newest'];
  /** To and from the other processes of this deployment. */
  bus: Bus;
  meters: TransportMeters;
  /** What one person may ask for. */
  limits: Record<RequestKind, Limit>;
  /** Keyed by person and room. */
  words: WordsLimit;
  now(): number;
  log: Log;
}

/** Who counts and measures what passes here. */
export interface TransportMeters {
  /** A command was rejected before any room saw it. */
  turnedAway(code: RejectionCode): void;
  /** Milliseconds from a stored change to the last of its frames. */
  published(ms: number): void;
  /** A connection asked for its whole view again. */
  resynced(): void;
  /** A connection that did not read was closed. */
  cutUnread(): void;
}

/** A process's live rooms, for connections of any kind. */
export interface ServedRooms {
  /** Who connects, and to which room; throws a `ConnectionRejection`. */
  handshake(auth: unknown, cookieHeader: string | undefined): Promise<SocketData>;
  /** Serves a connection whose handshake succeeded until it ends. */
  serve(socket: RoomSocket): void;
  /** Ends the connections of a person who signed out everywhere. */
  signOut(principalId: string): void;
  /** Ends the connections of one sign-in session. */
  endSession(sessionId: string): void;
  /** Accepts nothing more, answers what it has accepted, ends the connections, and stops. */
  close(endConnections: () => void | Promise<void>): Promise<void>;
}

const STALLED =
  'the process stalled: commands that waited for it are sent again, since another process may have answered them';
/** Milliseconds for answering the accepted commands when it closes. */
const FINISH_MS = 5_000;

/** Greets connections, answers their requests, and tells them and the other processes what changed. */
export function serveRooms(ports: ServingPorts): ServedRooms {
  const { runtime, connections, bus, log } = ports;
  const underWay = new UnderWay();
  const stall = bus.alone ? null : new Stall((ms) => log.warn({ state: 'stalled', ms }, STALLED));
  stall?.start();
  const cursors = new Cursors({ connections, bus, now: ports.now });
  const stopListening = runtime.onChange((change) => {
    const began = performance.now();
    broadcast(ports, change, ports.now());
    cursors.settle(change.after);
    ports.meters.published(performance.now() - began);
  });
  const stopTelling = ports.code.onChange((change) => tellCode(connections, change));
  const stopBeating = startHeartbeat({ ...ports, cursors });
  listenToOthers({ ...ports, cursors });
  return {
    handshake: async (auth, cookieHeader) => {
      if (underWay.isClosing) throw new ConnectionRejection('unavailable');
      const { session, limits } = ports;
      const handshakePorts = { session, mayConnect: limits.connect, state: runtime.state.bind(runtime) };
      try {
        return await readHandshake(handshakePorts, auth, cookieHeader);
      } catch (error) {
        if (error instanceof ConnectionRejection) throw error;
        log.warn({ err: error }, 'a connection could not be checked');
        throw new ConnectionRejection('unavailable');
      }
    },
    serve: (socket) => serve(socket, { ...ports, cursors, underWay, stall }),
    signOut: (principalId) => {
      dropSessions(connections, ({ principal }) => principal.id === principalId);
      bus.send({ kind: 'signed-out', principalId });
    },
    endSession: (sessionId) => {
      dropSessions(connections, ({ id }) => id === sessionId);
      bus.send({ kind: 'session-ended', sessionId });
    },
    close: async (endConnections) => {
      await underWay.close(FINISH_MS);
      stopBeating();
      stall?.stop();
      stopListening();
      stopTelling();
      await endConnections();
      cursors.close();
    },
  };
}

function dropSessions(connections: Connections, isOver: (session: Session) => boolean): void {
  for (const socket of connections.all()) {
    if (!isOver(socket.data.session)) continue;
    socket.emit('out', { reason: 'signed-out' });
    socket.disconnect(true);
  }
}

/** Handles other processes' messages: read the record again, show who is connected there, end a person's connections. */
function listenToOthers(ports: ServingPorts & { cursors: Cursors }): void {
  const { runtime, code, cursors, connections, bus, log } = ports;
  const take = async (message: BusMessage, from: string): Promise<void> => {
    switch (message.kind) {
      case 'room-moved':
        return runtime.catchUp(message.roomId).catch((error: unknown) => {
          leaveToLater(error, message.roomId, connections);
          throw error;
        });
      case 'members-here': {
        const changed = message.rooms.filter(([roomId, memberIds]) => {
          cursors.remainThere(from, roomId, memberIds);
          return connections.setRemote(from, roomId, memberIds);
        });
        for (const [roomId] of changed) {
          if (connections.membersHere(roomId).length === 0) continue;
          const state = await stateOf(roomId, ports);
          if (state) sendPresence(ports, state);
        }
        return;
      }
      case 'code-moved':
        return code.catchUp(message.roomId, message.askId);
      case 'cursors-moved': {
        if (connections.membersHere(message.roomId).length === 0) return;
        const state = await runtime.state(message.roomId);
        if (state) cursors.movedThere(state, from, message.cursors);
        return;
      }
      case 'signed-out':
        return dropSessions(connections, ({ principal }) => principal.id === message.principalId);
      case 'session-ended':
        return dropSessions(connections, ({ id }) => id === message.sessionId);
      default:
        return assertNever(message);
    }
  };
  bus.onMessage((message, from) => {
    take(message, from).catch((error: unknown) => log.warn({ err: error }, 'a message could not be handled'));
  });
}

type Serving = ServingPorts & { cursors: Cursors; underWay: UnderWay; stall: Stall | null };

function serve(socket: RoomSocket, ports: Serving): void {
  const { runtime, connections, bus, now, log } = ports;
  const { roomId } = socket.data;
  const withState = (use: (state: RoomState) => void) => {
    runtime.state(roomId).then(
      (state) => state && use(connections.newest(state)),
      (error: unknown) => log.warn({ err: error, roomId }, 'a room could not be read'),
    );
  };
  const tellOthers = () => bus.send({ kind: 'members-here', rooms: [connections.toTell(roomId)] });
  endUnread(socket.conn, (owed) => {
    ports.meters.cutUnread();
    log.warn({ roomId, owed }, 'a connection that did not read was closed');
  });
  const oneTooMany = connections.add(socket);
  if (oneTooMany) {
    oneTooMany.emit('out', { reason: 'too-many-windows' });
    oneTooMany.disconnect(true);
  }
  tellOthers();
  withState((state) => {
    if (!socket.connected) return;
    // To the others first, since the new person's greeting tells them already.
    sendPresence(ports, state);
    show(socket, ports, state, now());
  });
  socket.on('disconnect', () => {
    connections.remove(socket);
    ports.cursors.left(socket);
    tellOthers();
    withState((state) => sendPresence(ports, state));
  });
  answerRequests(socket, ports);
  answerCode(socket, ports);
}
