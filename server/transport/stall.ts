/** A silence of this process that counts (ms): after 1.7 s without an answer a browser asks another one. */
const STALL_MS = 1_500;
/** What is read within this time (ms) after it was sent before, or while the process stalled. */
const READ_MS = 250;
const TICK_MS = 250;

/**
 * Notices that this process stalled: it was frozen, or something kept it busy. Commands that waited for it may have been
 * sent again and answered by another process meanwhile, also by a rejection, of which the record says nothing. They must not
 * take effect after that.
 */
export class Stall {
  #tickedAt: number;
  #wokeAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #now: () => number;
  readonly #woke: (ms: number) => void;

  /** `woke` is told for how long (ms) it stalled. */
  constructor(woke: (ms: number) => void, now: () => number = () => performance.now()) {
    this.#woke = woke;
    this.#now = now;
    this.#tickedAt = now();
  }

  start(): void {
    this.#tickedAt = this.#now();
    this.#timer = setInterval(() => this.look(), TICK_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** On waking, what has arrived is read before a timer runs. */
  look(): void {
    const now = this.#now();
    const stoodMs = now - this.#tickedAt;
    this.#tickedAt = now;
    if (stoodMs < STALL_MS) return;
    this.#wokeAt = now;
    this.#woke(Math.round(stoodMs));
  }

  /** Whether what is read now has waited. */
  hasJustWoken(): boolean {
    this.look();
    return this.#now() - this.#wokeAt < READ_MS;
  }

  /** A moment; the returned function says whether the process stalled since then. */
  since(): () => boolean {
    const at = this.#now();
    return () => {
      this.look();
      return this.#wokeAt > at;
    };
  }
}
