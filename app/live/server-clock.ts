interface Sample {
  /** ms to add to this machine's clock. */
  offset: number;
  /** How far off (ms) the offset may be. */
  error: number;
  takenAt: number;
}

const KEEP = 8;
/** So much (ms) the server may seem ahead before it counts. */
const SLACK_MS = 50;
/** Crystals drift by tens of ms in ten minutes. */
const FRESH_MS = 5 * 60_000;

/**
 * This page's own time in ms, which only ever goes on: `Date.now()` jumps when the machine's clock is set. In some
 * browsers it stops while the laptop sleeps, which the next frame gives away: the server is suddenly ahead.
 */
const pageTime = () => performance.timeOrigin + performance.now();

/**
 * The server's time as seen from here. Of several questions the one with the shortest way there and back tells
 * best; until one was answered, frames do, which can only have been late.
 */
export class ServerClock {
  private samples: Sample[] = [];
  private floor: number | null = null;

  constructor(readonly local: () => number = pageTime) {}

  now(): number {
    return this.local() + this.offset();
  }

  /** A question was asked at `sentAt` and answered just now; both by `local`. */
  answered(sentAt: number, serverAt: number): void {
    const here = this.local();
    const error = Math.max(0, here - sentAt) / 2;
    const sample = { offset: serverAt - (sentAt + here) / 2, error, takenAt: here };
    this.samples = [...this.samples.filter((s) => here - s.takenAt < FRESH_MS), sample].slice(-KEEP);
  }

  /** A frame written at `serverAt` came in just now. True when it is time to ask (again). */
  heard(serverAt: number): boolean {
    const here = this.local();
    const floor = serverAt - here;
    if (this.floor === null || floor > this.floor) this.floor = floor;
    const best = this.best();
    // This machine slept: what was known cannot be right any more.
    if (best && floor > best.offset + best.error + SLACK_MS) this.samples = [];
    return !this.samples.some((sample) => here - sample.takenAt < FRESH_MS);
  }

  private best(): Sample | null {
    return this.samples.reduce<Sample | null>((a, b) => (a && a.error <= b.error ? a : b), null);
  }

  private offset(): number {
    return this.best()?.offset ?? this.floor ?? 0;
  }
}
