import type { Carrier } from '../../bus/echo-bus';
import type { Random } from '../seeded-random';
import type { VirtualTime } from './virtual-time';

interface Conditions {
  isAway(): boolean;
  isStormy(): boolean;
  /** Nothing of the others reaches this process. */
  isDeaf(name: string): boolean;
}

/** As Redis between the processes, which loses, repeats, delays and swaps messages while it storms. */
export class MemoryBus {
  readonly #time: VirtualTime;
  readonly #random: Random;
  readonly #conditions: Conditions;
  readonly #listeners = new Map<string, (text: string) => void>();

  constructor(time: VirtualTime, random: Random, conditions: Conditions) {
    this.#time = time;
    this.#random = random;
    this.#conditions = conditions;
  }

  carrier(name: string): Carrier {
    return {
      publish: (text) => {
        if (this.#conditions.isAway() || !this.#listeners.has(name)) return;
        for (const reader of this.#listeners.keys()) this.#send(name, reader, text);
      },
      lost: () => 0,
      problem: () => null,
      onText: (listener) => void this.#listeners.set(name, listener),
      close: () => void this.#listeners.delete(name),
    };
  }

  #send(from: string, to: string, text: string): void {
    const random = this.#random;
    const isStormy = this.#conditions.isStormy();
    if (to !== from && this.#conditions.isDeaf(to)) return;
    if (isStormy && random.chance(0.1)) return;
    const times = isStormy && random.chance(0.05) ? 2 : 1;
    for (let copy = 0; copy < times; copy += 1)
      this.#time.at(this.#time.now + random.int(isStormy ? 300 : 20), to, () =>
        this.#listeners.get(to)?.(text),
      );
  }
}
