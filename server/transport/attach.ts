import type { Server as HttpServer } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Server } from 'socket.io';
import { Decoder } from 'socket.io-parser';
import type { Log } from '../log';
import { commandBody } from '../protocol/commands';
import { REJECTIONS, type RejectionCode } from '../protocol/rejections';
import type { Ack } from '../protocol/wire';
import { LIMITS } from '../protocol/words';
import { channelOf, type RoomState } from '../room/state';
import { fullFrame } from '../room/views';
import type { RoomRuntime } from '../runtime/room-runtime';
import { broadcast, sendPresence, show } from './broadcast';
import type { Connections, RoomServer, RoomSocket } from './connections';
import { EncodingCounter } from './counting-encoder';
import { type HandshakePorts, isOwnOrigin, Refusal, readHandshake } from './handshake';

export interface TransportPorts {
  runtime: RoomRuntime;
  connections: Connections;
  principal: HandshakePorts['principal'];
  publicUrl: string;
  now(): number;
  log: Log;
}

export interface Transport {
  io: RoomServer;
  /** How often each server event was encoded since the start. */
  encodings: ReadonlyMap<string, number>;
  /** Ends the connections of a person who signed out everywhere. */
  signOut(principalId: string): void;
  close(): Promise<void>;
}

/** Milliseconds between two `head` frames. A cut is noticed sooner, by the pings below. */
const HEAD_MS = 5_000;
const PING_MS = 1_000;
/** Without a pong for this long the person counts as away. */
const PONG_MS = 4_000;

/** The live rooms on an HTTP server. Upgrades that are not Socket.IO's are left to others. */
export function attachTransport(http: HttpServer, ports: TransportPorts): Transport {
  const counter = new EncodingCounter();
  const io: RoomServer = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: LIMITS.frame,
    pingInterval: PING_MS,
    pingTimeout: PONG_MS,
    destroyUpgrade: false,
    allowRequest: (request, allow) => allow(null, isOwnOrigin(request, ports.publicUrl)),
    parser: { Encoder: counter.encoder(), Decoder },
  });
  const { runtime, connections } = ports;
  io.use((socket, next) => {
    readHandshake(
      { principal: ports.principal, state: (roomId) => runtime.state(roomId) },
      socket.handshake.auth,
      socket.request.headers.cookie,
    ).then(
      (data) => {
        Object.assign(socket.data, data);
        next();
      },
      (error: unknown) => {
        if (!(error instanceof Refusal)) ports.log.warn({ error }, 'a connection could not be checked');
        next(error instanceof Refusal ? error : new Refusal('unavailable'));
      },
    );
  });
  const limiter = new RateLimiterMemory({ points: 100, duration: 5 });
  io.on('connection', (socket) => serve(socket, io, ports, limiter));
  const stopListening = runtime.onChange((change) => broadcast(io, connections, change, ports.now()));
  const heads = setInterval(() => void sendHeads(ports), HEAD_MS);
  return {
    io,
    encodings: counter.counts,
    signOut: (principalId) => {
      for (const socket of connections.all()) {
        if (socket.data.principal.id !== principalId) continue;
        socket.emit('out', { reason: 'signed-out' });
        socket.disconnect(true);
      }
    },
    close: async () => {
      clearInterval(heads);
      stopListening();
      io.disconnectSockets(true);
      await io.close();
    },
  };
}

function serve(socket: RoomSocket, io: RoomServer, ports: TransportPorts, limiter: RateLimiterMemory): void {
  const { runtime, connections, now, log } = ports;
  const { roomId, memberId, principal } = socket.data;
  const withState = (use: (state: RoomState) => void) => {
    runtime.state(roomId).then(
      (state) => state && use(state),
      (error: unknown) => log.warn({ error, roomId }, 'a room could not be read'),
    );
  };
  connections.add(socket);
  withState((state) => {
    if (!socket.connected) return;
    show(socket, state, now());
    sendPresence(io, connections, state);
  });
  socket.on('disconnect', () => {
    connections.remove(socket);
    withState((state) => sendPresence(io, connections, state));
  });
  socket.on('time', (ack) => {
    if (typeof ack === 'function') ack(now());
  });
  socket.on('sync', (ack) => {
    if (typeof ack !== 'function') return;
    withState((state) => ack(fullFrame(state, memberId, now())));
  });
  socket.on('command', (body, ack) => {
    if (typeof ack !== 'function') return;
    answer(body).then(ack, (error: unknown) => {
      log.error({ error, roomId }, 'a command failed');
      ack(refuse('unavailable'));
    });
  });

  async function answer(body: unknown): Promise<Ack> {
    const parsed = commandBody.safeParse(body);
    if (!parsed.success) return refuse('bad-command');
    const within = await limiter.consume(principal.id).then(
      () => true,
      () => false,
    );
    if (!within) return refuse('slow-down');
    const { commandId, command } = parsed.data;
    const principalIds = [principal.id, ...principal.aliases];
    const reply = await runtime.handle({ roomId, principalIds, commandId, command });
    return reply.ok ? { ok: true } : reply;
  }
}

function refuse(code: RejectionCode): Ack {
  return { ok: false, code, message: REJECTIONS[code] };
}

/** Tells every connection how far its room is, so that a lost last frame is noticed. */
async function sendHeads({ runtime, connections, now, log }: TransportPorts): Promise<void> {
  try {
    for (const socket of Array.from(connections.all())) {
      const { roomId, memberId } = socket.data;
      const state = await runtime.state(roomId);
      const channel = state && channelOf(state, memberId);
      if (!state || !channel) continue;
      const seq = state.heads.shared[channel];
      const mineSeq = state.heads.mine[memberId] ?? 0;
      socket.volatile.emit('head', { seq, mineSeq, at: now() });
    }
  } catch (error) {
    log.warn({ error }, 'heads could not be sent');
  }
}
