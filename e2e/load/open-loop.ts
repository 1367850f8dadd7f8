import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '../../server/testing/seeded-random';
import { commandBody, type LoadRoom } from './load-room';
import { Mix } from './mix';

/** The result of a stretch of load. Times are in milliseconds from a command's due time. */
export interface Stretch {
  sent: number;
  acknowledged: number;
  rejected: number;
  /** Shared frames that did not arrive in time. */
  missing: number;
  p50: number;
  p99: number;
  /** How late the load itself was (99 of 100): above a few ms the load was the bottleneck. */
  lateP99: number;
  /** Acknowledged commands per second. */
  perSecond: number;
}

/** The wait for missing frames after the last command (ms). */
const DRAIN_MS = 2_000;
/** The wait for the server to catch up after a rate that was too much (ms). */
const RECOVER_MS = 30_000;
/** Timers are late by a millisecond or two, so the last part before a command's time is waited for without sleeping. */
const TIMER_MS = 2;
/** With shorter gaps between commands (ms) it would never sleep, and systems favour processes that sleep. */
const SPARSE_MS = 5;

/**
 * Sends the mix at a rate that does not depend on the answers. A tick reaches only its author, so its answer, which follows
 * its frame, counts as the delivery. Everything else is delivered five times, once to each person on the panel. A room
 * handles its commands in order, so a connection's next shared frame belongs to the oldest command without one.
 */
export class OpenLoop {
  readonly #rooms: { room: LoadRoom; mix: Mix; owed: number[][] }[];
  readonly #random = seededRandom(1);
  #deliveries: number[] = [];
  #late: number[] = [];
  #open = 0;
  #acknowledged = 0;
  #rejected = 0;
  #lookedAt = 0;

  /** The rooms must be in the middle of a round, and quiet. */
  constructor(rooms: readonly LoadRoom[]) {
    this.#rooms = rooms.map((room) => {
      const owed: number[][] = room.panel.map(() => []);
      room.panel.forEach((client, index) => {
        client.onFrame = (kind, at) => {
          const due = kind === 'shared' ? owed[index]?.shift() : undefined;
          if (due !== undefined) this.#deliveries.push(at - due);
        };
      });
      return { room, mix: new Mix(room), owed };
    });
  }

  /** `rate`: commands per second over all rooms, for `seconds`. */
  async run(rate: number, seconds: number): Promise<Stretch> {
    this.#deliveries = [];
    this.#late = [];
    [this.#open, this.#acknowledged, this.#rejected] = [0, 0, 0];
    const count = Math.max(1, Math.round(rate * seconds));
    const start = performance.now();
    for (let no = 0; no < count; no += 1) {
      // One in each slot of the schedule, at a random moment in it.
      const due = start + ((no + this.#random.next()) * 1_000) / rate;
      await this.#until(due, 1_000 / rate > SPARSE_MS ? TIMER_MS : 0);
      this.#send(no, due);
    }
    await this.#drained(DRAIN_MS);
    const result = this.#result(count, seconds);
    // The next rate begins without missing frames.
    if (result.acknowledged < count || result.missing > 0) await this.#drained(RECOVER_MS);
    for (const { owed } of this.#rooms) for (const queue of owed) queue.length = 0;
    return result;
  }

  /** Waits until then. It also reads arrived frames from time to time when the load is late. */
  async #until(due: number, awakeMs: number): Promise<void> {
    if (performance.now() - this.#lookedAt > 1) await this.#looks();
    while (performance.now() < due) {
      if (due - performance.now() > awakeMs) await delay(1);
      else await this.#looks();
    }
  }

  async #looks(): Promise<void> {
    await new Promise(setImmediate);
    this.#lookedAt = performance.now();
  }

  #send(no: number, due: number): void {
    const chosen = this.#rooms[no % this.#rooms.length];
    if (!chosen) return;
    const { room, mix, owed } = chosen;
    const { sender, command } = mix.next();
    const isOwn = command.type === 'MarkPoint';
    if (!isOwn) for (const queue of owed) queue.push(due);
    this.#open += 1;
    this.#late.push(performance.now() - due);
    room.panel[sender]?.sends(commandBody(command), (ok, at) => {
      this.#open -= 1;
      if (ok) this.#acknowledged += 1;
      else this.#rejected += 1;
      if (isOwn) this.#deliveries.push(at - due);
    });
  }

  #missing(): number {
    return this.#rooms.reduce((sum, { owed }) => sum + owed.reduce((of, queue) => of + queue.length, 0), 0);
  }

  async #drained(atMost: number): Promise<void> {
    const until = performance.now() + atMost;
    while ((this.#open > 0 || this.#missing() > 0) && performance.now() < until) await delay(5);
  }

  #result(sent: number, seconds: number): Stretch {
    return {
      sent,
      acknowledged: this.#acknowledged,
      rejected: this.#rejected,
      missing: this.#missing(),
      p50: quantile(this.#deliveries, 0.5),
      p99: quantile(this.#deliveries, 0.99),
      lateP99: quantile(this.#late, 0.99),
      perSecond: this.#acknowledged / seconds,
    };
  }
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
}
