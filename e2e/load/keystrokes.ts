import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import { SCRATCH_PAD } from '../../server/protocol/words';
import { ready } from './busy';
import { askIdOf, type LoadRoom, leaveAll, quiet, sendsAndHears } from './load-room';
import { quantile } from './open-loop';
import type { Scale } from './scale';
import type { LoadServer } from './server-process';

export interface KeystrokeFigures {
  p50: number;
  p99: number;
}

/** The letters per second of a fast typist, in every room at once. */
const PER_SECOND = 5;
const DRAIN_MS = 5_000;
/** The scratch pad is a room's third ask. */
const PAD = 3;

/** From a key's due time to the arrival of its letter at the whole panel (ms); it is stored before it is sent. */
export async function measureKeystrokes(server: LoadServer, scale: Scale): Promise<KeystrokeFigures> {
  const rooms = await ready(server, scale.fanoutRooms);
  for (const room of rooms)
    await sendsAndHears(room.panel[0], {
      type: 'PushItem',
      itemId: SCRATCH_PAD,
      liveAskId: askIdOf(room, PAD - 1),
      mode: 'rewrite',
    });
  await quiet(rooms);
  const typists = rooms.map((room) => new Typist(room));
  await typeAll(typists, Math.min(scale.seconds, 2));
  for (const typist of typists) typist.deliveries = [];
  await typeAll(typists, scale.seconds);
  const missing = typists.reduce((sum, typist) => sum + typist.owed, 0);
  if (missing > 0) throw new Error(`${server.kind}: ${missing} keystrokes were not delivered or not stored.`);
  leaveAll(rooms);
  const deliveries = typists.flatMap((typist) => typist.deliveries);
  return { p50: quantile(deliveries, 0.5), p99: quantile(deliveries, 0.99) };
}

/** A room's candidate, who types letter by letter. */
class Typist {
  deliveries: number[] = [];
  readonly #doc = new Y.Doc();
  readonly #room: LoadRoom;
  readonly #waiting: number[][];
  #open = 0;

  constructor(room: LoadRoom) {
    this.#room = room;
    this.#waiting = room.panel.map(() => []);
    room.panel.forEach((client, index) => {
      client.onFrame = (kind, at) => {
        const due = kind === 'typed' ? this.#waiting[index]?.shift() : undefined;
        if (due !== undefined) this.deliveries.push(at - due);
      };
    });
    this.#doc.on('update', (update: Uint8Array) => this.#send(update));
  }

  /** Letters that somebody has not received, or that are not confirmed as stored. */
  get owed(): number {
    return this.#open + this.#waiting.reduce((sum, { length }) => sum + length, 0);
  }

  types(due: number): void {
    for (const queue of this.#waiting) queue.push(due);
    const text = this.#doc.getText('code');
    text.insert(text.length, 'x');
  }

  #send(update: Uint8Array): void {
    const { everybody, panel } = this.#room;
    this.#open += 1;
    everybody
      .find((client) => !panel.includes(client))
      ?.types(askIdOf(this.#room, PAD), update, (ok) => {
        if (ok) this.#open -= 1;
      });
  }
}

/** The rooms in turn, each key at its own time, even if the previous one has no answer yet. */
async function typeAll(typists: readonly Typist[], seconds: number): Promise<void> {
  const rate = typists.length * PER_SECOND;
  const count = Math.max(1, Math.round(rate * seconds));
  const start = performance.now();
  for (let no = 0; no < count; no += 1) {
    const due = start + (no * 1_000) / rate;
    while (performance.now() < due) await (due - performance.now() > 2 ? delay(1) : nextTurn());
    typists[no % typists.length]?.types(due);
  }
  const until = performance.now() + DRAIN_MS;
  while (typists.some(({ owed }) => owed > 0) && performance.now() < until) await delay(5);
}

const nextTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));
