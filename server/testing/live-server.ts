import { once } from 'node:events';
import { createServer } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import { CodeDocuments } from '../code/documents';
import { type Log, openLog } from '../log';
import { MeteredRoomCommands, meteredRecord } from '../metrics/metered';
import { createMetrics, type Metrics } from '../metrics/metrics';
import type { Command } from '../protocol/commands';
import type { Pack } from '../protocol/pack';
import type { Ack, ClientToServer, FullFrame, ServerToClient } from '../protocol/wire';
import { PROTOCOL_VERSION } from '../protocol/words';
import { heardInRoom } from '../review/heard';
import { project } from '../review/project';
import type { Invite, RoomState } from '../room/core/state';
import { aloneBus, type Bus } from '../runtime/bus';
import { createRooms } from '../runtime/create-rooms';
import type { EventRecord } from '../runtime/ports';
import type { Principal } from '../runtime/principal';
import type { RoomCommands, RoomCommandsPorts } from '../runtime/room-commands';
import type { Rooms } from '../runtime/rooms';
import { createCodeRecord } from '../store/code-record';
import { roomOfInvite } from '../store/invite-index';
import { openRecord } from '../store/open';
import { createPackContents } from '../store/pack-contents';
import { createRoomSnapshots } from '../store/room-snapshots';
import { attachTransport, type Transport } from '../transport/attach';
import { Connections } from '../transport/connections';
import type { Allowances } from '../transport/request-limits';
import { createOwnWordsLimit, createPlanLimit, createRoomLimit } from '../transport/room-limit';

const ANY = { points: 1_000_000, seconds: 1 };
const WITHOUT_END: Allowances = {
  connect: ANY,
  command: ANY,
  membership: ANY,
  sync: ANY,
  time: ANY,
  code: ANY,
  cursor: ANY,
};

export interface LiveServerInput {
  /** SQLite in this folder, or PostgreSQL at this address. */
  dataDir: string;
  databaseUrl?: string;
  pack: Pack;
  bus?: Bus;
  /** Wraps the record. */
  around?: (record: EventRecord) => EventRecord;
  now?: () => number;
  metrics?: Metrics;
  /** Limits for one person: none, since a test may ask as often as it likes. */
  allowances?: Allowances;
  /** Replaces the connections' knowledge of presence. */
  hostAwayMs?: () => number | 'unknown' | null;
  /** Makes the tokens of links. */
  secret?: string;
  formerSecrets?: readonly string[];
  /** Everybody is a guest when nothing is said. */
  isGuest?: (principalId: string) => Promise<boolean>;
  /** Replaces random values. */
  roundKey?: () => number | null;
  mayJoin?: (principalId: string) => Promise<boolean>;
  spareInvites?: () => readonly Invite[];
  elsewhere?: (origin: string) => void;
  /** Silent when nothing is said. */
  log?: Log;
}

export interface LiveServer {
  rooms: Rooms;
  runtime: RoomCommands;
  code: CodeDocuments;
  transport: Transport;
  port: number;
  close(): Promise<void>;
}

/** The live rooms on a free port, without pages. Everything is real except the sign-in: a cookie names the person. */
export async function startLiveServer(input: LiveServerInput): Promise<LiveServer> {
  const now = input.now ?? Date.now;
  const bus = input.bus ?? aloneBus;
  const opened = await openRecord({ databaseUrl: input.databaseUrl ?? null, dataDir: input.dataDir });
  if (!opened.ok) throw new Error(opened.problem);
  const { db, record } = opened;
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  const publicUrl = `http://127.0.0.1:${address.port}`;
  const connections = new Connections(now, bus.hears);
  const heardBefore = (state: RoomState) => heardInRoom(db, state);
  const metrics = input.metrics ?? createMetrics();
  const ports: RoomCommandsPorts = {
    record: meteredRecord(input.around?.(record) ?? record, metrics),
    contents: createPackContents({ db, reader: 1, now }),
    snapshots: createRoomSnapshots({ db, version: 'test', failed: () => {} }),
    now,
    project,
    awayMs: (roomId, memberId) => {
      return input.hostAwayMs ? input.hostAwayMs() : connections.awayMs(roomId, memberId);
    },
    heardBefore,
    spareInvites: input.spareInvites ?? (() => []),
    roundKey: input.roundKey ?? (() => null),
    isShown: (roomId) => connections.membersHere(roomId).length > 0,
    alone: bus.alone,
    unavailable: () => {},
    announce: (roomId) => bus.send({ kind: 'room-moved', roomId }),
  };
  const runtime = new MeteredRoomCommands(ports, metrics);
  const code = new CodeDocuments({
    record: createCodeRecord(db),
    state: (roomId) => runtime.state(roomId),
    now,
    announce: (roomId, askId) => bus.send({ kind: 'code-moved', roomId, askId }),
    unavailable: () => {},
    full: () => {},
  });
  const transport = attachTransport(http, {
    runtime,
    code,
    connections,
    session: async (cookie) => {
      const principal = personOfCookie(cookie);
      return principal && { id: `ss_${principal.name}`, principal };
    },
    ended: async () => new Set(),
    newest: ports.record.newest,
    publicUrl,
    bus,
    meters: metrics,
    allowances: input.allowances ?? WITHOUT_END,
    elsewhere: input.elsewhere,
    now,
    log: input.log ?? openLog('silent'),
  });
  const rooms = createRooms({
    runtime,
    pack: async () => ({ ok: true, value: input.pack }),
    roomOfInvite: (hash) => roomOfInvite(db, hash),
    secret: input.secret ?? 'a secret of this test',
    formerSecrets: input.formerSecrets,
    isGuest: input.isGuest ?? (async () => true),
    publicUrl,
    now,
    heardBefore,
    mayJoin: input.mayJoin ?? (() => Promise.resolve(true)),
    mayWrite: createOwnWordsLimit(),
    mayOpen: createRoomLimit(),
    mayPlan: createPlanLimit(),
  });
  const close = async () => {
    await transport.close();
    await record.close();
  };
  return { rooms, runtime, code, transport, port: address.port, close };
}

export function person(name: string): Principal {
  return { id: `pr_${name}`, name, kind: 'guest', email: null, image: null, aliases: [] };
}

function personOfCookie(cookie: string | null): Principal | null {
  const name = cookie?.match(/person=(\w+)/)?.[1];
  return name === undefined ? null : person(name);
}

export type TestSocket = Socket<ServerToClient, ClientToServer>;

/** A person's connection to a room, with all its frames in `frames`. */
export class TestClient {
  readonly frames: { event: string; data: unknown }[] = [];
  readonly socket: TestSocket;
  #count = 0;

  constructor(
    port: number,
    name: string,
    roomId: string,
    options: { version?: number; origin?: string; transport?: 'websocket' | 'polling' } = {},
  ) {
    this.socket = io(`http://127.0.0.1:${port}`, {
      transports: [options.transport ?? 'websocket'],
      upgrade: false,
      forceNew: true,
      reconnection: false,
      auth: { roomId, version: options.version ?? PROTOCOL_VERSION },
      extraHeaders: {
        cookie: `person=${name}`,
        ...(options.origin === undefined ? {} : { origin: options.origin }),
      },
    });
    this.socket.onAny((event: string, data: unknown) => {
      this.frames.push({ event, data });
    });
  }

  /** The first whole view. */
  async arrives(): Promise<FullFrame> {
    return new Promise((resolve, reject) => {
      this.socket.once('full', resolve);
      this.socket.once('connect_error', reject);
    });
  }

  /** When the server has ended the connection. */
  async isCut(): Promise<void> {
    if (!this.socket.connected) return;
    await new Promise<void>((resolve) => {
      this.socket.once('disconnect', () => resolve());
    });
  }

  async sends(command: Command, commandId?: string): Promise<Ack> {
    this.#count += 1;
    const body = { commandId: commandId ?? `command-${this.#count}-${this.socket.id}`, command };
    return this.socket.emitWithAck('command', body);
  }

  /** Its current view from the server. All earlier frames have arrived by then. */
  async looks(): Promise<FullFrame | null> {
    return this.socket.emitWithAck('sync');
  }

  framesOf(event: string): unknown[] {
    return this.frames.filter((frame) => frame.event === event).map((frame) => frame.data);
  }
}
