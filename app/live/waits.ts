/** A wait (ms) before the next attempt; `most` bounds it. */
interface WaitLimits {
  first: number;
  most: number;
}

/**
 * How long to wait before each attempt: twice as long every time, and never as long as others do, since everybody loses the
 * connection in the same moment.
 */
export class Waits {
  private tries = 0;

  constructor(
    private readonly limits: WaitLimits,
    private readonly chance: () => number = Math.random,
  ) {}

  /** Between half of the wait and all of it. */
  next(): number {
    const longest = Math.min(this.limits.first * 2 ** this.tries, this.limits.most);
    this.tries += 1;
    return longest * (0.5 + this.chance() / 2);
  }

  worked(): void {
    this.tries = 0;
  }
}
