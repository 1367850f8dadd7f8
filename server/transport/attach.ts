import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { Decoder } from 'socket.io-parser';
import { LIMITS } from '../protocol/words';
import { owedTo } from './backlog';
import type { RoomServer } from './connections';
import { Encodings } from './encodings';
import { mayUpgrade } from './handshake';
import { emitText } from './lines';
import { type Allowances, createRequestLimits, USUAL_ALLOWANCES } from './request-limits';
import { type ServedRooms, type ServingPorts, serveRooms } from './serve-rooms';
import { watchForUpgrades } from './without-upgrade';
import { createWordsLimit } from './words-limit';

export interface TransportPorts extends Omit<ServingPorts, 'encodings' | 'emitText' | 'limits' | 'words'> {
  publicUrl: string;
  /** Called with the origin of a page that is not at Hotseat's own address, and was rejected. */
  elsewhere?: (origin: string) => void;
  /** Limits for one person; the usual ones by default. */
  allowances?: Allowances;
}

/** What this process serves now. */
export interface Load {
  connections: number;
  /** Rooms that somebody is connected to. */
  rooms: number;
  /** Characters that were sent and not read yet. */
  owed: number;
}

export interface Transport extends Pick<ServedRooms, 'signOut' | 'endSession'> {
  io: RoomServer;
  load(): Load;
  /** How often each server event has been encoded since the start. */
  encodings: ReadonlyMap<string, number>;
  /** Accepts nothing more, answers what it has accepted, and tells everybody to connect elsewhere. */
  close(): Promise<void>;
}

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
    allowRequest: (request, allow) => {
      const may = mayUpgrade(request, ports.publicUrl);
      if (!may) ports.elsewhere?.(request.headers.origin ?? '');
      allow(null, may);
    },
    parser: { Encoder: encodings.encoder(), Decoder },
  });
  watchForUpgrades(io, ports.log);
  const { connections } = ports;
  const limits = createRequestLimits(ports.allowances ?? USUAL_ALLOWANCES);
  const served = serveRooms({ ...ports, encodings, emitText, limits, words: createWordsLimit() });
  io.use((socket, next) => {
    served.handshake(socket.handshake.auth, socket.request.headers.cookie).then((data) => {
      Object.assign(socket.data, data);
      next();
    }, next);
  });
  io.on('connection', served.serve);
  return {
    io,
    load: () => {
      const sockets = [...connections.all()];
      const owed = sockets.reduce((sum, { conn }) => sum + owedTo(conn), 0);
      return { connections: sockets.length, rooms: connections.roomsHere().length, owed };
    },
    encodings: encodings.counts,
    signOut: served.signOut,
    endSession: served.endSession,
    close: () =>
      served.close(async () => {
        io.disconnectSockets(true);
        await io.close();
      }),
  };
}
