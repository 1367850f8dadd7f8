import { seededRandom } from '../seeded-random';

/** When every world begins (ms since 1970). */
const START = 1_700_000_000_000;

interface Task {
  at: number;
  /** Of tasks that are due at the same time the one that was set first runs first. */
  no: number;
  owner: string;
  run(): void;
  /** Milliseconds; null if it runs once. */
  every: number | null;
  isCleared: boolean;
}

/** What code gets from `setTimeout` and the like. */
class Handle {
  constructor(readonly task: Task) {}
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  hasRef(): boolean {
    return true;
  }
}

type Work = (...args: never[]) => void;

/**
 * The time of one world. It takes the place of the timers, clocks and random bytes of the whole program, so that real code runs by
 * it. Every task has an owner: a process or a person's page. An owner can be killed (its tasks never run), frozen (they run
 * when it goes on) and given a wrong clock. Whatever a task sets has the same owner.
 */
export class VirtualTime {
  /** Milliseconds since 1970, by a clock that is always right. */
  now = START;
  owner = '';
  /** Errors that nobody caught, which would have ended a real program. */
  readonly broken: unknown[] = [];
  readonly #heap: Task[] = [];
  #count = 0;
  readonly #held = new Map<string, Task[]>();
  readonly #gone = new Set<string>();
  readonly #ahead = new Map<string, number>();

  /** Runs `work` for this owner, whose tasks it sets. */
  as<T>(owner: string, work: () => T): T {
    const before = this.owner;
    this.owner = owner;
    try {
      return work();
    } finally {
      this.owner = before;
    }
  }

  /** Something that happens to `owner` at this time. */
  at(at: number, owner: string, run: () => void): void {
    this.#push({ at, no: 0, owner, run, every: null, isCleared: false });
  }

  kill(owner: string): void {
    this.#gone.add(owner);
    this.#held.delete(owner);
  }

  freeze(owner: string): void {
    if (!this.#held.has(owner)) this.#held.set(owner, []);
  }

  goOn(owner: string): void {
    const held = this.#held.get(owner) ?? [];
    this.#held.delete(owner);
    for (const task of held) this.#push({ ...task, at: this.now }, task);
  }

  isFrozen(owner: string): boolean {
    return this.#held.has(owner);
  }

  /** How far (ms) this owner's clock is ahead from now on; what was measured by `performance.now` stays right. */
  setClock(owner: string, aheadMs: number): void {
    this.#ahead.set(owner, aheadMs);
  }

  /** What the clock of the current owner shows. */
  wall(): number {
    return this.now + (this.#ahead.get(this.owner) ?? 0);
  }

  /** Does everything that is due until then. */
  async runUntil(until: number): Promise<void> {
    await turn();
    for (let task = this.#heap[0]; task && task.at <= until; task = this.#heap[0]) {
      this.#pop();
      if (task.isCleared || this.#gone.has(task.owner)) continue;
      const held = this.#held.get(task.owner);
      if (held) {
        held.push(task);
        continue;
      }
      this.now = Math.max(this.now, task.at);
      this.owner = task.owner;
      try {
        task.run();
      } catch (error) {
        this.broken.push(error);
      }
      await turn();
      if (task.every !== null && !task.isCleared) this.#push({ ...task, at: this.now + task.every }, task);
    }
    this.now = until;
    this.owner = '';
  }

  #set(work: Work, ms: number | undefined, args: never[], repeats: boolean): Handle {
    const delay = Math.max(repeats ? 1 : 0, Math.ceil(Number(ms) || 0));
    const task: Task = {
      at: this.now + delay,
      no: 0,
      owner: this.owner,
      run: () => work(...args),
      every: repeats ? delay : null,
      isCleared: false,
    };
    this.#push(task);
    return new Handle(task);
  }

  /** `same`: the task whose handle its code holds. */
  #push(task: Task, same = task): void {
    same.at = task.at;
    same.no = this.#count;
    this.#count += 1;
    const heap = this.#heap;
    let index = heap.push(same) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (!parent || !isSooner(same, parent)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = same;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const [left, right] = [heap[2 * index + 1], heap[2 * index + 2]];
      const child = right && left && isSooner(right, left) ? 2 * index + 2 : 2 * index + 1;
      const sooner = heap[child];
      if (!sooner || !isSooner(sooner, last)) break;
      heap[index] = sooner;
      index = child;
    }
    heap[index] = last;
  }

  /** Replaces the program's timers, clocks and random bytes until the returned function is called. */
  install(seed: number): () => void {
    const bytes = seededRandom(seed);
    const wall = () => this.wall();
    const set =
      (repeats: boolean) =>
      (work: Work, ms?: number, ...args: never[]) =>
        this.#set(work, ms, args, repeats);
    const RealDate = Date;
    class VirtualDate extends RealDate {
      constructor(...args: [] | [number]) {
        if (args.length === 0) super(wall());
        else super(...args);
      }
      static override now(): number {
        return wall();
      }
    }
    const clear = (handle: unknown) => {
      if (handle instanceof Handle) handle.task.isCleared = true;
    };
    const undo = [
      replace(globalThis, 'Date', VirtualDate),
      replace(globalThis, 'setTimeout', set(false)),
      replace(globalThis, 'setInterval', set(true)),
      replace(globalThis, 'setImmediate', (work: Work, ...args: never[]) => this.#set(work, 0, args, false)),
      ...(['clearTimeout', 'clearInterval', 'clearImmediate'] as const).map((name) =>
        replace(globalThis, name, clear),
      ),
      replace(performance, 'now', () => this.now - START),
      replace(globalThis.crypto, 'getRandomValues', (array: Uint8Array) =>
        array.map((_, index) => {
          array[index] = bytes.int(256);
          return array[index] ?? 0;
        }),
      ),
    ];
    return () => {
      for (const one of undo.reverse()) one();
    };
  }
}

function isSooner(a: Task, b: Task): boolean {
  return a.at < b.at || (a.at === b.at && a.no < b.no);
}

const realImmediate = setImmediate;

/** All promises that can go on have gone on when it resolves. */
function turn(): Promise<void> {
  return new Promise((resolve) => realImmediate(resolve));
}

function replace(target: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
  return () => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  };
}
