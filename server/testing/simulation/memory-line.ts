import type { CommandBody } from '../../protocol/commands';
import type { Ack, CodeBody, CodeMissing, FullFrame, VectorBody } from '../../protocol/wire';
import type { RoomSocket } from '../../transport/connections';
import type { Random } from '../seeded-random';

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

/** How a process handles a person's requests. */
export interface Serving {
  command(body: CommandBody): Promise<Ack>;
  code(body: CodeBody): Promise<Ack>;
  codeSync(body: VectorBody): Promise<CodeMissing | null>;
  sync(): Promise<FullFrame | null>;
  time(): number;
  gone(): void;
}

/**
 * A connection in memory, with the part of Socket.IO's server socket that `broadcast` needs. Frames arrive in order, except
 * for those that the simulated network swaps. A cut connection loses the messages under way.
 */
export class MemoryLine {
  readonly data: RoomSocket['data'];
  connected = true;
  serving: Serving | null = null;
  #arrives: (frame: Frame) => void = () => {};
  #closed: () => void = () => {};
  #lastArrival = 0;
  readonly #random: Random;
  readonly #weather: () => Weather;

  constructor(data: RoomSocket['data'], random: Random, weather: () => Weather) {
    this.data = data;
    this.#random = random;
    this.#weather = weather;
  }

  /** The person's end. */
  listen(arrives: (frame: Frame) => void, closed: () => void): void {
    this.#arrives = arrives;
    this.#closed = closed;
  }

  /** The server's end, like Socket.IO's socket. */
  asSocket(): RoomSocket {
    return this as unknown as RoomSocket;
  }

  emit(...frame: Frame): void {
    const random = this.#random;
    const { latency, drop, duplicate, reorder, cut } = this.#weather();
    if (random.chance(cut)) this.cut();
    const isLost = random.chance(drop) && frame[0] !== 'out';
    // Nothing numbers them, so nobody would notice that one is missing: a line that loses one is a line that is lost.
    if (isLost && frame[0] === 'code') this.cut();
    if (!this.connected || isLost) return;
    const copy: Frame = frame[0] === 'code' ? frame : JSON.parse(JSON.stringify(frame));
    const late = frame[0] === 'patch' && random.chance(reorder) ? latency : 0;
    const at = Math.max(this.#lastArrival, Date.now() + random.int(latency));
    if (late === 0) this.#lastArrival = at;
    this.#deliver(copy, at + late);
    if (random.chance(duplicate)) this.#deliver(copy, at + late + random.int(latency));
  }

  #deliver(frame: Frame, at: number): void {
    setTimeout(() => {
      if (this.connected) this.#arrives(frame);
    }, at - Date.now());
  }

  /** Asks the server; null if the request or its answer got lost. A request may arrive twice. */
  async ask<T>(question: (serving: Serving) => Promise<T> | T): Promise<T | null> {
    const random = this.#random;
    const { latency, drop, duplicate, cut } = this.#weather();
    if (random.chance(cut)) this.cut();
    await pause(random.int(latency));
    if (!this.connected || !this.serving || random.chance(drop)) return this.#lost();
    if (random.chance(duplicate)) void Promise.resolve(question(this.serving));
    const answer = await Promise.race([question(this.serving), patience()]);
    await pause(random.int(latency));
    return this.connected && !random.chance(drop) ? answer : this.#lost();
  }

  async #lost(): Promise<null> {
    await pause(this.connected ? 3_000 : 0);
    return null;
  }

  disconnect(): void {
    const said = Math.max(0, this.#lastArrival - Date.now());
    setTimeout(() => this.cut(), said + 1);
  }

  cut(): void {
    if (!this.connected) return;
    this.connected = false;
    this.serving?.gone();
    this.#closed();
  }
}

/** How long the browser waits for an answer, since a dead process gives none. */
async function patience(): Promise<null> {
  await pause(8_000);
  return null;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
