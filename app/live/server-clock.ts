interface Sample {
  /** ms to add to this machine's clock. */
  offset: number;
  /** The largest error (ms) of the offset. */
  error: number;
  takenAt: number;
}

const KEEP = 8;
/** How far (ms) the server must seem ahead before it counts. */
const SLACK_MS = 50;
/** Clocks drift by tens of ms in ten minutes. */
const FRESH_MS = 5 * 60_000;

/**
 * This page's own time in ms, which never jumps, while `Date.now()` jumps when the machine's clock is set. In some
 * browsers it stops while the laptop sleeps. The next frame shows this, since the server is suddenly ahead.
 */
const pageTime = () => performance.timeOrigin + performance.now();

/**
 * The server's time as seen from here. Of several measurements the one with the shortest round trip is best. Until there
 * is one, frames are used, which can only be late.
 */
export class ServerClock {
  private samples: Sample[] = [];
  private floor: number | null = null;

  constructor(readonly local: () => number = pageTime) {}

  now(): number {
    return this.local() + this.offset();
  }

  /** A request was sent at `sentAt` and answered just now; both by `local`. */
  answered(sentAt: number, serverAt: number): void {
    const here = this.local();
    const error = Math.max(0, here - sentAt) / 2;
    const sample = { offset: serverAt - (sentAt + here) / 2, error, takenAt: here };
    this.samples = [...this.samples.filter((s) => here - s.takenAt < FRESH_MS), sample].slice(-KEEP);
  }

  /** A frame from `serverAt` arrived just now. True when it is time to measure (again). */
  heard(serverAt: number): boolean {
    const here = this.local();
    const floor = serverAt - here;
    if (this.floor === null || floor > this.floor) this.floor = floor;
    const best = this.best();
    // This machine slept, so the old offset can no longer be right.
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
