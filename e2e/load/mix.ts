import type { Command } from '../../server/protocol/commands';
import { MARKS } from '../../server/protocol/words';
import { type Random, seededRandom } from '../../server/testing/seeded-random';
import { askIdOf, type LoadRoom, roundIdOf } from './load-room';

/** A panel's commands during a round, per 100: mostly ticks, then texts, second ratings and hands. */
const SHARES = { MarkPoint: 55, SendMessage: 25, RateAgain: 12 };
const SENTENCE = 'I would have liked to hear how they measured it, and what they did when it failed.';

export interface NextCommand {
  /** The index in the room's panel. */
  sender: number;
  command: Command;
}

/** The commands of a room's people, one after the other. Each changes something, so that frames follow. */
export class Mix {
  readonly #random: Random;
  readonly #hands = new Set<number>();
  readonly #marks = new Map<string, number>();
  readonly #ratings = new Map<number, number>();
  readonly #room: LoadRoom;
  #messages = 0;

  constructor(room: LoadRoom) {
    this.#room = room;
    this.#random = seededRandom(room.no + 1);
  }

  next(): NextCommand {
    const sender = this.#random.int(this.#room.panel.length);
    return { sender, command: this.#commandOf(sender) };
  }

  #commandOf(sender: number): Command {
    const { MarkPoint, SendMessage, RateAgain } = SHARES;
    const chosen = this.#random.int(100);
    if (chosen < MarkPoint) return this.#tick(sender);
    if (chosen < MarkPoint + SendMessage) {
      this.#messages += 1;
      return { type: 'SendMessage', roundId: roundIdOf(this.#room), text: `${SENTENCE} ${this.#messages}` };
    }
    if (chosen < MarkPoint + SendMessage + RateAgain) {
      const value = ((this.#ratings.get(sender) ?? sender) % 5) + 1;
      this.#ratings.set(sender, value);
      return { type: 'RateAgain', askId: askIdOf(this.#room, 1), value };
    }
    if (!this.#hands.delete(sender)) this.#hands.add(sender);
    return { type: 'RaiseHand', raised: this.#hands.has(sender) };
  }

  #tick(sender: number): Command {
    const pointId = this.#random.pick(this.#room.opened.items[1]?.pointIds ?? []);
    const key = `${sender} ${pointId}`;
    const next = ((this.#marks.get(key) ?? -1) + 1) % MARKS.length;
    this.#marks.set(key, next);
    return { type: 'MarkPoint', askId: askIdOf(this.#room, 2), pointId, mark: MARKS[next] ?? null };
  }
}
