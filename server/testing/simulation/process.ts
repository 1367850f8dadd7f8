import { type Carrier, openEchoBus } from '../../bus/echo-bus';
import { CodeDocuments } from '../../code/documents';
import type { Log } from '../../log';
import { steadyClock } from '../../process/steady-clock';
import { NOTHING_HEARD } from '../../room/core/decision';
import type { CodeRecord } from '../../runtime/code-record';
import { type EventRecord, RecordUnavailable } from '../../runtime/ports';
import { RoomCommands } from '../../runtime/room-commands';
import type { Snapshots } from '../../runtime/snapshots';
import { Connections } from '../../transport/connections';
import { Encoded, Encodings } from '../../transport/encodings';
import { ConnectionRejection } from '../../transport/handshake';
import type { Limit } from '../../transport/limit';
import { type ServedRooms, serveRooms } from '../../transport/serve-rooms';
import { type MemoryTexts, memoryCode } from '../memory-code';
import { type AppendFate, type MemoryEvents, memoryContents, memoryRecord } from '../memory-record';
import { principalOf } from '../stories';
import type { MemoryLine } from './memory-line';
import type { Boundary } from './operations';
import type { VirtualTime } from './virtual-time';

export interface ProcessPorts {
  /** Whose tasks are this process's. */
  name: string;
  time: VirtualTime;
  events: MemoryEvents;
  texts: MemoryTexts;
  snapshots: Snapshots;
  fate(): AppendFate;
  /** Milliseconds until the record answers a question; null if it is away. */
  reading(): number | null;
  carrier: Carrier;
  log: Log;
  died(boundary: Boundary): void;
}

/** So few that every text of a world gets several. */
const SNAPSHOT_EVERY = 10;
/** So few that long texts of a world are thinned. */
const THINNING = { rows: 40, bytes: 100_000, piece: 20, newest: { rows: 10, bytes: 50_000 } };
const ALWAYS: Limit = async () => true;
const LIMITS = {
  connect: ALWAYS,
  command: ALWAYS,
  membership: ALWAYS,
  sync: ALWAYS,
  time: ALWAYS,
  code: ALWAYS,
  cursor: ALWAYS,
};
const NO_METERS = { turnedAway: () => {}, published: () => {}, resynced: () => {}, cutUnread: () => {} };

/** One server process: everything real from the bus to the answer, with connections and a record in memory. It can be killed. */
export class ServerProcess {
  alive = true;
  /** How many of the room's events it has read or written. */
  known = 0;
  readonly name: string;
  readonly runtime: RoomCommands;
  readonly #ports: ProcessPorts;
  readonly #lines = new Set<MemoryLine>();
  readonly #served: ServedRooms;
  readonly #connections: Connections;
  #armed: Boundary | null = null;
  /** Frames that are still sent before it dies; null if it does not die while it publishes. */
  #framesLeft: number | null = null;

  constructor(ports: ProcessPorts) {
    this.#ports = ports;
    this.name = ports.name;
    const { events, snapshots, log, carrier } = ports;
    const { now } = steadyClock(log);
    const bus = openEchoBus(carrier, { from: ports.name, log, now });
    this.#connections = new Connections(now, bus.hears);
    const record = this.#record();
    this.runtime = new RoomCommands({
      record,
      contents: memoryContents(events),
      snapshots,
      now,
      project: () => [],
      awayMs: (roomId, memberId) => this.#connections.awayMs(roomId, memberId),
      heardBefore: async () => NOTHING_HEARD,
      spareInvites: () => [],
      roundKey: () => null,
      isShown: (roomId) => this.#connections.membersHere(roomId).length > 0,
      alone: false,
      unavailable: () => {},
      announce: (roomId) => bus.send({ kind: 'room-moved', roomId }),
    });
    const code = new CodeDocuments({
      record: this.#codeRecord(),
      state: (roomId) => this.runtime.state(roomId),
      now,
      announce: (roomId, askId) => bus.send({ kind: 'code-moved', roomId, askId }),
      snapshotEvery: SNAPSHOT_EVERY,
      thinning: THINNING,
      unavailable: () => {},
      full: () => {},
    });
    // The first to hear of a change, before anybody is told.
    const publishes = () => {
      this.#reach('before-publish');
      if (this.#armed === 'half-published') this.#framesLeft = 2;
    };
    this.runtime.onChange(publishes);
    code.onChange(publishes);
    this.#served = serveRooms({
      runtime: this.runtime,
      code,
      connections: this.#connections,
      encodings: new Encodings(),
      emitText: (socket, event, json) => socket.emit(event, new Encoded(json)),
      session: async (cookie) => (cookie === null ? null : sessionOf(cookie)),
      ended: async () => new Set(),
      newest: record.newest,
      bus,
      meters: NO_METERS,
      limits: LIMITS,
      words: async () => true,
      now,
      log,
    });
  }

  #record(): EventRecord {
    const { events, fate } = this.#ports;
    const atBoundary = {
      of: (roomId: string) => events.of(roomId),
      write: (append: Parameters<MemoryEvents['write']>[0]) => {
        const result = events.write(append);
        if (result.ok) this.#knows(append.expectedSeq + append.events.length);
        if (result.ok) this.#reach('after-append');
        return result;
      },
    };
    const record = memoryRecord(atBoundary, () => this.alive, fate);
    return {
      ...record,
      load: async (...which) => {
        const found = await this.#asked(() => record.load(...which));
        this.#knows(found.at(-1)?.seq ?? 0);
        return found;
      },
      holds: (...which) => this.#asked(() => record.holds(...which)),
      append: async (append) => {
        this.#reach('before-append');
        return record.append(append);
      },
    };
  }

  #codeRecord(): CodeRecord {
    const { texts, fate } = this.#ports;
    const atBoundary = {
      of: texts.of.bind(texts),
      replace: texts.replace.bind(texts),
      write: (...row: Parameters<MemoryTexts['write']>) => {
        const isStored = texts.write(...row);
        if (isStored) this.#reach('after-append');
        return isStored;
      },
    };
    const record = memoryCode(atBoundary, () => this.alive, fate);
    return {
      ...record,
      load: (...which) => this.#asked(() => record.load(...which)),
      after: (...which) => this.#asked(() => record.after(...which)),
      weigh: (...which) => this.#asked(() => record.weigh(...which)),
      append: async (...row) => {
        this.#reach('before-append');
        return record.append(...row);
      },
    };
  }

  async #asked<T>(answer: () => Promise<T>): Promise<T> {
    const ms = this.#ports.reading();
    if (ms === null) throw new RecordUnavailable('gone for a moment');
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
    return answer();
  }

  #knows(seq: number): void {
    this.known = Math.max(this.known, seq);
  }

  /** It dies when it gets there next. */
  dieAt(boundary: Boundary): void {
    if (boundary === 'now') this.#die(boundary);
    else this.#armed ??= boundary;
  }

  #reach(boundary: Boundary): void {
    if (this.alive && this.#armed === boundary) this.#die(boundary);
  }

  /** Everything in memory is gone and every connection is cut; only the record stays. */
  #die(boundary: Boundary): void {
    this.alive = false;
    this.#ports.carrier.close();
    for (const line of this.#lines) line.cut();
    this.#ports.time.kill(this.name);
    this.#ports.died(boundary);
  }

  /** As on SIGTERM: it finishes what it has accepted, and then it ends. */
  async drain(): Promise<void> {
    await this.#served.close(() => {
      for (const line of this.#lines) line.cut();
    });
    // The connections close before the process ends.
    setTimeout(() => this.#die('now'), 100);
  }

  accept(line: MemoryLine, auth: unknown, cookie: string): void {
    this.#lines.add(line);
    this.#served.handshake(auth, cookie).then(
      (data) => {
        if (!this.alive || !line.connected) return;
        line.data = data;
        line.opens();
        this.#served.serve(line.asSocket());
      },
      (error: unknown) => {
        if (!this.alive) return;
        if (!(error instanceof ConnectionRejection)) throw error;
        line.rejects(error.data.code);
      },
    );
  }

  /** It is about to send something to a person; false if it is dead. */
  sends(name: string): boolean {
    if (name === 'command-answer' || name === 'code-answer') this.#reach('before-acknowledge');
    if (this.#framesLeft !== null && (name === 'patch' || name === 'full' || name === 'code')) {
      this.#framesLeft -= 1;
      if (this.#framesLeft === 0) this.#reach('half-published');
    }
    return this.alive;
  }

  forget(line: MemoryLine): void {
    this.#lines.delete(line);
  }
}

function sessionOf(name: string) {
  const id = principalOf(name);
  const principal = { id, name, kind: 'guest' as const, email: null, image: null, aliases: [] };
  return { id: `ss_${id}`, principal };
}
