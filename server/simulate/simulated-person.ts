import { setTimeout as delay } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { SharedText } from '../../app/room/code/shared-text';
import type { Bank } from '../protocol/bank';
import type { Command } from '../protocol/commands';
import { type Known, Replica } from '../protocol/replica';
import type { Ack, ClientToServer, CursorBody, FullFrame, ServerToClient } from '../protocol/wire';
import { type Audience, PROTOCOL_VERSION } from '../protocol/words';
import { Browser } from '../testing/browser';
import type { Random } from '../testing/seeded-random';
import { openText } from './simulated-text';

/** How long (ms) an answer may take before the command is sent again under the same id. */
const ANSWER_MS = 5_000;
const CONNECT_MS = 15_000;
const TRIES = 12;
/** After a server that went hung up, until another one is asked (ms). */
const ELSEWHERE_MS = 200;
/** Waits longer before each further try, since the server asks people who are too fast to slow down. */
const BACK_OFF_MS = 150;

export interface SentCommand {
  commandId: string;
  command: Command;
  ack: Ack;
}

/** A frame as it arrived, with its reader's audience and view at that time. */
export interface KeptFrame {
  event: keyof ServerToClient;
  /** Milliseconds, by `performance`. */
  at: number;
  audience: Audience | null;
  /** As JSON. Bytes in it are read as UTF-8, so that words in them can be found. */
  text: string;
  /** The shared part and one's own part, separately. */
  parts: string[];
  /** The whole view after this frame. */
  view: object | null;
}

interface CodeWords {
  askId: string;
  /** The bytes, read as UTF-8. */
  update: string;
}

/** The server's view now, and this person's view just before the answer. */
export interface Look {
  frame: FullFrame | null;
  known: Known | null;
}

/** A person with a browser and a real connection, who keeps every frame and every answer. */
export class SimulatedPerson {
  readonly name: string;
  readonly frames: KeptFrame[] = [];
  readonly sent: SentCommand[] = [];
  /** Milliseconds from sending to the answer. */
  readonly latencies: number[] = [];
  readonly replica = new Replica();
  /** The parts of the pack that this person got. */
  readonly items = new Map<string, Bank['items'][number]>();
  /** The follow-ups and hints that this person gave to the candidate, and when. */
  readonly given = new Map<string, number>();
  readonly #browser: Browser;
  readonly #url: string;
  readonly #random: Random;
  #socket: Socket<ServerToClient, ClientToServer> | null = null;
  #count = 0;
  #elsewhere: ReturnType<typeof setTimeout> | undefined;
  /** The connection was ended for good. */
  #isOut = false;

  constructor(url: string, name: string, random: Random) {
    this.#url = url;
    this.name = name;
    this.#random = random;
    this.#browser = new Browser(url);
  }

  async signsIn(): Promise<void> {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      await this.#visits('/healthz');
      const fields = { name: this.name, json: 'true' };
      await this.#browser.send('/api/auth/callback/guest', fields).catch(() => null);
      if (this.#browser.cookieHeader.includes('.session=')) return;
      await delay(attempt * BACK_OFF_MS);
    }
    throw new Error(`${this.name} could not sign in as a guest at ${this.#url}`);
  }

  /** A request like a page's. Throws the server's message if it is rejected. */
  async asks<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const { response } = await this.#visits(path, {
      method,
      headers: { 'content-type': 'application/json', origin: new URL(this.#url).origin },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const outcome = await response.json();
    if (!outcome.ok) throw new Error(`${method} ${path}: ${outcome.message ?? response.status}`);
    return outcome.value;
  }

  async reads<T>(path: string): Promise<T> {
    const { response } = await this.#visits(path);
    if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
    return response.json();
  }

  /** The answer, unchanged. */
  async fetches(path: string): Promise<{ status: number; text: string }> {
    const { response } = await this.#visits(path);
    return { status: response.status, text: await response.text() };
  }

  /** Sends a file's text like a page. Throws the server's message if it is rejected. */
  async sendsText<T>(path: string, text: string): Promise<T> {
    const { response } = await this.#visits(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(this.#url).origin },
      body: text,
    });
    const outcome = await response.json();
    if (!outcome.ok) throw new Error(`POST ${path}: ${outcome.message ?? response.status}`);
    return outcome.value;
  }

  /** As somebody does who sees that a page did not load: once more. */
  async #visits(path: string, init: RequestInit = {}): ReturnType<Browser['visit']> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const visited = await this.#browser.visit(path, init);
        if (visited.response.status !== 503 || attempt === TRIES) return visited;
      } catch (error) {
        if (attempt === TRIES) throw error;
      }
      await delay(attempt * BACK_OFF_MS);
    }
  }

  /** `at`: the address of one process, when it matters which. */
  async connects(roomId: string, at = this.#url): Promise<void> {
    this.#socket?.disconnect();
    const socket: Socket<ServerToClient, ClientToServer> = io(at, {
      transports: ['websocket'],
      forceNew: true,
      auth: { roomId, version: PROTOCOL_VERSION },
      extraHeaders: { cookie: this.#browser.cookieHeader },
      reconnectionDelay: 20,
      reconnectionDelayMax: 200,
    });
    this.#socket = socket;
    socket.on('connect', () => this.replica.connected());
    const goesElsewhere = () => {
      if (this.#isOut || socket.active) return;
      this.#elsewhere = setTimeout(() => socket.connect(), ELSEWHERE_MS);
    };
    socket.on('out', () => {
      this.#isOut = true;
    });
    socket.on('full', (frame) => this.#take(frame));
    socket.on('patch', (frame) => {
      if (this.replica.patch(frame) === 'gap') this.looks().catch(() => {});
      this.#keep('patch', frame);
    });
    for (const event of ['presence', 'head', 'out', 'cursor'] as const)
      socket.on(event, (frame: unknown) => this.#keep(event, { ...Object(frame) }));
    socket.on('code', ({ askId, update }) => this.#keepCode(askId, update));
    await this.#whenShown(socket);
    // A server that drains hangs up, or takes no line any more.
    socket.on('disconnect', goesElsewhere);
    socket.on('connect_error', goesElsewhere);
  }

  disconnects(): void {
    this.#isOut = true;
    clearTimeout(this.#elsewhere);
    this.#socket?.disconnect();
  }

  /** Loses the connection suddenly, like a laptop; Socket.IO reconnects automatically. */
  losesTheLine(): void {
    // A connection that is closed while it is opening is noticed only after the time that opening may take.
    if (this.#socket?.connected) this.#socket.io.engine.close();
  }

  /** Sends until it is answered, always under one id. Sometimes the answer is lost or the command is doubled. */
  async sends(command: Command): Promise<Ack> {
    this.#count += 1;
    const commandId = `${this.name}-${this.#count}-${this.#random.token(6)}`;
    const isDoubled = this.#random.chance(0.1);
    if (this.#random.chance(0.03)) this.losesTheLine();
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      await delay(attempt * BACK_OFF_MS);
      const start = performance.now();
      const answers = [this.#try(commandId, command), ...(isDoubled ? [this.#try(commandId, command)] : [])];
      const ack = (await Promise.all(answers)).find((answer) => answer !== null) ?? null;
      if (ack && (ack.ok || (ack.code !== 'slow-down' && ack.code !== 'unavailable'))) {
        this.latencies.push(performance.now() - start);
        this.sent.push({ commandId, command, ack });
        return ack;
      }
    }
    throw new Error(`${this.name} got no answer to ${command.type}`);
  }

  /** Asks for the whole view again. Everything sent before has arrived when the answer does. */
  async looks(): Promise<Look> {
    for (let attempt = 1; ; attempt += 1) {
      const socket = this.#need();
      await this.#whenConnected(socket);
      try {
        return await this.#asksForAll(socket);
      } catch (error) {
        // The line was lost before the answer.
        if (attempt === TRIES || this.#isOut) throw error;
      }
    }
  }

  #asksForAll(socket: Socket<ServerToClient, ClientToServer>): Promise<Look> {
    return new Promise((resolve, reject) => {
      socket.timeout(CONNECT_MS).emit('sync', (error: Error | null, frame: FullFrame | null) => {
        if (error) return reject(error);
        const { known } = this.replica;
        if (frame) this.#take(frame);
        resolve({ frame, known });
      });
    });
  }

  /** Everything that may be pushed in this person's current round. */
  async readsBank(): Promise<Bank> {
    const view = this.replica.known?.view;
    if (!view || !('bank' in view)) throw new Error(`${this.name} does not see the panel’s view`);
    const bank = await this.reads<Bank>(`/api/rooms/${view.room.roomId}/bank/${view.bank.id}`);
    for (const item of bank.items) this.items.set(item.id, item);
    return bank;
  }

  /** This person's copy of the text of an exercise. */
  opensText(askId: string): SharedText {
    const got = (update: Uint8Array) => this.#keepCode(askId, update);
    return openText(this.#need(), askId, () => this.looks(), got);
  }

  /** Sends an update of a text until it is answered. */
  async writes(askId: string, update: Uint8Array): Promise<Ack> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      await delay(attempt * BACK_OFF_MS);
      const socket = this.#need();
      await this.#whenConnected(socket);
      const sent = socket.timeout(ANSWER_MS).emitWithAck('code', { askId, update });
      const ack = await sent.catch(() => null);
      if (ack && (ack.ok || (ack.code !== 'slow-down' && ack.code !== 'unavailable'))) return ack;
    }
    throw new Error(`${this.name} got no answer to an update of ${askId}`);
  }

  moves(cursor: CursorBody): void {
    this.#socket?.volatile.emit('cursor', cursor);
  }

  /** Is about to give the candidate what they may not know before: a follow-up or a hint. */
  gives(text: string): void {
    this.given.set(text, performance.now());
  }

  #need(): Socket<ServerToClient, ClientToServer> {
    if (!this.#socket) throw new Error(`${this.name} has no connection`);
    return this.#socket;
  }

  async #try(commandId: string, command: Command): Promise<Ack | null> {
    const socket = this.#need();
    await this.#whenConnected(socket);
    try {
      return await socket.timeout(ANSWER_MS).emitWithAck('command', { commandId, command });
    } catch {
      return null;
    }
  }

  #take(frame: FullFrame): void {
    this.replica.full(frame);
    this.#keep('full', frame);
  }

  #keepCode(askId: string, update: Uint8Array): void {
    this.#keep('code', { askId, update: Buffer.from(update).toString('utf8') });
  }

  #keep(event: KeptFrame['event'], frame: { view?: unknown; mine?: unknown } | CodeWords): void {
    const { known } = this.replica;
    this.frames.push({
      event,
      at: performance.now(),
      audience: known?.audience ?? null,
      text: JSON.stringify(frame),
      parts: 'update' in frame ? [] : [frame.view, frame.mine].map((part) => JSON.stringify(part ?? null)),
      view: known?.view ?? null,
    });
  }

  async #whenConnected(socket: Socket): Promise<void> {
    if (socket.connected) return;
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${this.name} could not come back`)), CONNECT_MS);
      socket.once('connect', () => {
        clearTimeout(late);
        resolve();
      });
    });
  }

  async #whenShown(socket: Socket<ServerToClient, ClientToServer>): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${this.name} was shown nothing`)), CONNECT_MS);
      socket.once('full', () => {
        clearTimeout(late);
        resolve();
      });
      socket.once('connect_error', (error) => {
        clearTimeout(late);
        reject(error);
      });
    });
  }
}
