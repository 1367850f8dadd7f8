import type { ConnectionRejectionCode } from '../../protocol/wire';
import type { RoomSocket, SocketData } from '../../transport/connections';
import { Encoded } from '../../transport/encodings';
import type { Random } from '../seeded-random';
import type { VirtualTime } from './virtual-time';
import { fromText, hasBytes, toText } from './wire-text';

/** What the network does to a message: probabilities from 0 to 1, and maximum milliseconds. */
export interface Weather {
  latency: number;
  drop: number;
  duplicate: number;
  reorder: number;
  /** The probability that a message cuts the connection. */
  cut: number;
}

export const CALM: Weather = { latency: 20, drop: 0, duplicate: 0, reorder: 0, cut: 0 };

/** One frame on its way to a person. */
export type Frame = [name: string, data: unknown];

/** What the person's end is told. */
export interface LineEvents {
  up(): void;
  down(): void;
  traffic(): void;
  rejected(code: ConnectionRejectionCode): void;
  frame(frame: Frame): void;
}

export interface LinePorts {
  time: VirtualTime;
  random: Random;
  weather(): Weather;
  /** Whose tasks the two ends are. */
  process: string;
  page: string;
  /** The process is about to send this; false if it is dead. */
  sends(name: string, text: string): boolean;
  events: LineEvents;
}

/** As Engine.IO on both sides: see `attach.ts`. */
const PING_MS = 4_000;
const PONG_MS = 5_500;
/** How long the browser waits for an answer, since a dead process gives none. */
const ANSWER_MS = 8_000;

/**
 * A connection in memory, with the part of Socket.IO's server socket that the transport needs. Frames arrive in order, except
 * for those that the simulated network swaps. A cut connection loses the messages under way.
 */
export class MemoryLine {
  readonly id: string;
  data: SocketData = {
    roomId: '',
    memberId: '',
    session: { id: '', principal: NOBODY },
    shown: null,
    sent: 0,
    told: 0,
  };
  /** Of the process's end. */
  connected = true;
  /** Of the person's end. */
  #isOpen = true;
  /** Nothing arrives any more, in either direction, and nobody is told. */
  isSilent = false;
  readonly conn;
  readonly volatile = { emit: (name: string, data: unknown) => this.emit(name, data) };
  readonly #ports: LinePorts;
  readonly #handlers = new Map<string, (...args: unknown[]) => void>();
  readonly #waiting = new Set<(answer: null) => void>();
  #lastArrival = 0;
  #pongAt: number;
  #heardAt: number;

  constructor(id: string, ports: LinePorts) {
    this.id = id;
    this.#ports = ports;
    this.#pongAt = ports.time.now;
    this.#heardAt = ports.time.now;
    this.conn = {
      readyState: 'open',
      on: () => {},
      transport: { name: 'websocket', on: () => {} },
      close: () => this.cut(),
    };
    ports.time.at(ports.time.now + PING_MS, ports.process, () => this.#ping());
    this.#watch();
  }

  /** The browser gives a connection up on which no ping arrives. */
  #watch(): void {
    const { time, page } = this.#ports;
    const at = this.#heardAt + PING_MS + PONG_MS;
    time.at(Math.max(at, time.now), page, () => {
      if (!this.#isOpen) return;
      if (time.now < this.#heardAt + PING_MS + PONG_MS) this.#watch();
      else this.close();
    });
  }

  /** The server's end, like Socket.IO's socket. */
  asSocket(): RoomSocket {
    return this as unknown as RoomSocket;
  }

  on(name: string, handler: (...args: unknown[]) => void): void {
    this.#handlers.set(name, handler);
  }

  emit(name: string, data: unknown): void {
    const { random, weather } = this.#ports;
    if (!this.connected) return;
    const write = hasBytes(name) ? toText : JSON.stringify;
    const text = data instanceof Encoded ? `["${name}",${data.text}]` : write([name, data]);
    if (!this.#ports.sends(name, text)) return;
    const { latency, drop, duplicate, reorder, cut } = weather();
    if (random.chance(cut)) this.cut();
    const isLost = random.chance(drop) && name !== 'out';
    // Nothing numbers these, so nobody would notice that one is missing: a line that loses one is a line that is lost.
    if (isLost && (name === 'code' || name === 'cursor')) this.cut();
    if (!this.connected || isLost) return;
    const late = name === 'patch' && random.chance(reorder) ? latency : 0;
    const at = Math.max(this.#lastArrival, this.#ports.time.now + random.int(latency));
    if (late === 0) this.#lastArrival = at;
    const arrives = () => {
      this.#ports.events.traffic();
      this.#ports.events.frame((hasBytes(name) ? fromText(text) : JSON.parse(text)) as Frame);
    };
    this.#toPerson(at + late, arrives);
    if (random.chance(duplicate)) this.#toPerson(at + late + random.int(latency), arrives);
  }

  /** The handshake succeeded. */
  opens(): void {
    // Before every frame.
    this.#lastArrival = this.#soon();
    this.#toPerson(this.#lastArrival, () => this.#ports.events.up());
  }

  rejects(code: ConnectionRejectionCode): void {
    this.connected = false;
    this.#toPerson(this.#soon(), () => {
      this.#isOpen = false;
      this.#ports.events.rejected(code);
    });
  }

  /** Asks the server; null if the request or its answer got lost. A request may arrive twice. */
  ask(name: string, ...args: unknown[]): Promise<unknown> {
    const { time, random, page, weather } = this.#ports;
    const { drop, duplicate, cut } = weather();
    if (random.chance(cut)) this.cut();
    if (!this.#isOpen) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#waiting.add(resolve);
      const answered = (answer: unknown) => {
        this.#waiting.delete(resolve);
        resolve(answer);
      };
      time.at(time.now + ANSWER_MS, page, () => answered(null));
      const [write, read] = hasBytes(name) ? [toText, fromText] : [JSON.stringify, JSON.parse];
      const text = write(args);
      const arrive = () => this.#handlers.get(name)?.(...(read(text) as unknown[]), answer);
      const answer = (value: unknown) => {
        const said = write(value ?? null);
        if (!this.connected || !this.#ports.sends(`${name}-answer`, said) || random.chance(drop)) return;
        // After every frame that was sent before.
        this.#lastArrival = Math.max(this.#lastArrival, this.#soon());
        this.#toPerson(this.#lastArrival, () => {
          this.#ports.events.traffic();
          answered(read(said));
        });
      };
      if (!random.chance(drop)) this.#toProcess(arrive);
      if (random.chance(duplicate)) this.#toProcess(arrive);
    });
  }

  /** Tells the server something that it does not answer. */
  tell(name: string, data: unknown): void {
    const text = JSON.stringify(data);
    if (!this.#isOpen || this.#ports.random.chance(this.#ports.weather().drop)) return;
    this.#toProcess(() => this.#handlers.get(name)?.(JSON.parse(text)));
  }

  #soon(): number {
    return this.#ports.time.now + this.#ports.random.int(this.#ports.weather().latency);
  }

  #toPerson(at: number, arrive: () => void): void {
    this.#ports.time.at(at, this.#ports.page, () => {
      if (!this.#isOpen || this.isSilent) return;
      this.#heardAt = this.#ports.time.now;
      arrive();
    });
  }

  #toProcess(arrive: () => void): void {
    this.#ports.time.at(this.#soon(), this.#ports.process, () => {
      if (this.connected && !this.isSilent) arrive();
    });
  }

  #ping(): void {
    if (!this.connected) return;
    const { time, process, events } = this.#ports;
    const asked = time.now;
    this.#toPerson(this.#soon(), () => {
      events.traffic();
      this.#toProcess(() => {
        this.#pongAt = time.now;
      });
    });
    time.at(asked + PONG_MS, process, () => {
      if (this.connected && this.#pongAt < asked) this.cut();
    });
    time.at(asked + PING_MS, process, () => this.#ping());
  }

  disconnect(): void {
    const { time, process } = this.#ports;
    time.at(Math.max(time.now, this.#lastArrival) + 1, process, () => this.cut());
  }

  /** Both ends learn of it a little later, as far as anything can reach them. */
  cut(): void {
    this.#ports.time.at(this.#ports.time.now, this.#ports.process, () => this.#endsHere());
    this.#ports.time.at(this.#soon(), this.#ports.page, () => {
      if (!this.isSilent) this.close();
    });
  }

  #endsHere(): void {
    if (!this.connected) return;
    this.connected = false;
    this.#handlers.get('disconnect')?.();
  }

  /** The person's end closes. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    for (const resolve of this.#waiting) resolve(null);
    this.#waiting.clear();
    this.#toProcess(() => this.#endsHere());
    this.#ports.events.down();
  }

  /** The page is gone, and none of its code runs any more. */
  vanish(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#waiting.clear();
    this.#toProcess(() => this.#endsHere());
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }
}

const NOBODY = { id: '', name: '', kind: 'guest' as const, email: null, image: null, aliases: [] };
