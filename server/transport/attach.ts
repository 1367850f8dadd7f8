import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { Decoder } from 'socket.io-parser';
import type { Log } from '../log';
import type { RejectionCode } from '../protocol/rejections';
import { LIMITS } from '../protocol/words';
import { assertNever } from '../room/core/assert-never';
import type { RoomState } from '../room/core/state';
import type { Bus, BusMessage } from '../runtime/bus';
import type { CodeTexts } from '../runtime/code-texts';
import type { Session } from '../runtime/principal';
import type { RoomCommands } from '../runtime/room-commands';
import { endUnread, owedTo } from './backlog';
import { type BroadcastPorts, broadcast, sendPresence, show } from './broadcast';
import { answerCode, tellCode } from './code';
import type { Connections, RoomServer, RoomSocket } from './connections';
import { Cursors } from './cursors';
import { Encodings } from './encodings';
import { ConnectionRejection, type HandshakePorts, mayUpgrade, readHandshake } from './handshake';
import { startHeartbeat } from './heartbeat';
import type { Limit } from './limit';
import { emitText } from './lines';
import { type Allowances, createRequestLimits, type RequestKind, USUAL_ALLOWANCES } from './request-limits';
import { answerRequests } from './requests';
import { UnderWay } from './under-way';
import { watchForUpgrades } from './without-upgrade';
import { createWordsLimit } from './words-limit';

export interface TransportPorts {
  runtime: RoomCommands;
  code: CodeTexts;
  connections: Connections;
  session: HandshakePorts['session'];
  /** Which of these sign-in sessions are no longer valid. */
  ended(sessions: readonly Session[]): Promise<Set<Session>>;
  publicUrl: string;
  /** To and from the other processes of this deployment. */
  bus: Bus;
  meters: TransportMeters;
  /** Limits for one person; the usual ones by default. */
  allowances?: Allowances;
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

/** What this process serves now. */
export interface Load {
  connections: number;
  /** Rooms that somebody is connected to. */
  rooms: number;
  /** Characters that were sent and not read yet. */
  owed: number;
}

export interface Transport {
  io: RoomServer;
  load(): Load;
  /** How often each server event has been encoded since the start. */
  encodings: ReadonlyMap<string, number>;
  /** Ends the connections of a person who signed out everywhere. */
  signOut(principalId: string): void;
  /** Ends the connections of one sign-in session. */
  endSession(sessionId: string): void;
  /** Accepts nothing more, answers what it has accepted, and tells everybody to connect elsewhere. */
  close(): Promise<void>;
}

/** Milliseconds for answering the accepted commands when it closes. */
const FINISH_MS = 5_000;
/** Time between two pings: an idle client notices a lost connection within 6 s, since it misses the next one. */
const PING_MS = 4_000;
/** Without a pong for this long the person counts as away, at most 9.5 s after their connection was lost. */
const PONG_MS = 5_500;

/** The live rooms on an HTTP server. It leaves upgrades that are not for Socket.IO to others. */
export function attachTransport(http: HttpServer, ports: TransportPorts): Transport {
  const encodings = new Encodings();
  const io: RoomServer = new Server(http, {
    // Long polling is for networks that block WebSockets: its requests have to reach one process, and never the next.
    transports: ports.bus.alone ? ['polling', 'websocket'] : ['websocket'],
    allowUpgrades: false,
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: LIMITS.frame,
    pingInterval: PING_MS,
    pingTimeout: PONG_MS,
    destroyUpgrade: false,
    allowRequest: (request, allow) => allow(null, mayUpgrade(request, ports.publicUrl)),
    parser: { Encoder: encodings.encoder(), Decoder },
  });
  watchForUpgrades(io, ports.log);
  const { runtime, connections, bus, now } = ports;
  const cursors = new Cursors({ connections, bus, now });
  const telling = { connections, encodings, emitText };
  const underWay = new UnderWay();
  const limits = createRequestLimits(ports.allowances ?? USUAL_ALLOWANCES);
  io.use((socket, next) => {
    if (underWay.isClosing) return next(new ConnectionRejection('unavailable'));
    readHandshake(
      { session: ports.session, mayConnect: limits.connect, state: (roomId) => runtime.state(roomId) },
      socket.handshake.auth,
      socket.request.headers.cookie,
    ).then(
      (data) => {
        Object.assign(socket.data, data);
        next();
      },
      (error: unknown) => {
        if (!(error instanceof ConnectionRejection))
          ports.log.warn({ err: error }, 'a connection could not be checked');
        next(error instanceof ConnectionRejection ? error : new ConnectionRejection('unavailable'));
      },
    );
  });
  const words = createWordsLimit();
  io.on('connection', (socket) => serve(socket, { ...ports, ...telling, cursors, limits, words, underWay }));
  const stopListening = runtime.onChange((change) => {
    const began = performance.now();
    broadcast(telling, change, now());
    cursors.settle(change.after);
    ports.meters.published(performance.now() - began);
  });
  const stopTelling = ports.code.onChange((change) => tellCode(connections, change));
  const stopBeating = startHeartbeat({ ...ports, ...telling, cursors });
  listenToOthers(telling, cursors, ports);
  return {
    io,
    load: () => {
      const sockets = [...connections.all()];
      const owed = sockets.reduce((sum, { conn }) => sum + owedTo(conn), 0);
      return { connections: sockets.length, rooms: connections.roomsHere().length, owed };
    },
    encodings: encodings.counts,
    signOut: (principalId) => {
      dropSessions(connections, ({ principal }) => principal.id === principalId);
      ports.bus.send({ kind: 'signed-out', principalId });
    },
    endSession: (sessionId) => {
      dropSessions(connections, ({ id }) => id === sessionId);
      ports.bus.send({ kind: 'session-ended', sessionId });
    },
    close: async () => {
      await underWay.close(FINISH_MS);
      stopBeating();
      stopListening();
      stopTelling();
      io.disconnectSockets(true);
      await io.close();
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
function listenToOthers(
  telling: BroadcastPorts,
  cursors: Cursors,
  { runtime, code, connections, bus, log }: TransportPorts,
): void {
  const take = async (message: BusMessage, from: string): Promise<void> => {
    switch (message.kind) {
      case 'room-moved':
        return runtime.catchUp(message.roomId);
      case 'members-here': {
        connections.setRemote(from, message.roomId, message.memberIds);
        cursors.remainThere(from, message.roomId, message.memberIds);
        if (connections.membersHere(message.roomId).length === 0) return;
        const state = await runtime.state(message.roomId);
        if (state) sendPresence(telling, state);
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

type ServingPorts = TransportPorts &
  BroadcastPorts & {
    cursors: Cursors;
    limits: Record<RequestKind, Limit>;
    words: Limit;
    underWay: UnderWay;
  };

function serve(socket: RoomSocket, ports: ServingPorts): void {
  const { runtime, connections, bus, now, log } = ports;
  const { roomId } = socket.data;
  const withState = (use: (state: RoomState) => void) => {
    runtime.state(roomId).then(
      (state) => state && use(connections.newest(state)),
      (error: unknown) => log.warn({ err: error, roomId }, 'a room could not be read'),
    );
  };
  const tellOthers = () => bus.send({ kind: 'members-here', roomId, memberIds: connections.toTell(roomId) });
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
