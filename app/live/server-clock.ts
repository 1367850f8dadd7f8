interface Sample {
  /** ms to add to this machine's clock. */
  offset: number;
  /** How far off (ms) the offset may be. */
  error: number;
  takenAt: number;
}

const KEEP = 8;
/** Crystals drift by tens of ms in ten minutes; an old sample must not outlive a nap of the laptop either. */
const FRESH_MS = 5 * 60_000;

/**
 * The server's time as seen from here. Of several questions the one with the shortest way there and back tells
 * best; until one was answered, frames do, which can only have been late.
 */
export class ServerClock {
  private samples: Sample[] = [];
  private floor: number | null = null;

  constructor(private readonly local: () => number = Date.now) {}

  now(): number {
    return this.local() + this.offset();
  }

  /** A question was asked at `sentAt` and answered just now; both by this machine's clock. */
  answered(sentAt: number, serverAt: number): void {
    const here = this.local();
    const error = Math.max(0, here - sentAt) / 2;
    const sample = { offset: serverAt - (sentAt + here) / 2, error, takenAt: here };
    this.samples = [...this.samples.filter((s) => here - s.takenAt < FRESH_MS), sample].slice(-KEEP);
  }

  /** A frame written at `serverAt` came in just now. True when what is known cannot be right any more. */
  heard(serverAt: number): boolean {
    const floor = serverAt - this.local();
    if (this.floor === null || floor > this.floor) this.floor = floor;
    const best = this.best();
    if (!best || floor <= best.offset + best.error + 50) return false;
    // This machine's clock was set back, or it slept.
    this.samples = [];
    this.floor = floor;
    return true;
  }

  private best(): Sample | null {
    return this.samples.reduce<Sample | null>((a, b) => (a && a.error <= b.error ? a : b), null);
  }

  private offset(): number {
    return this.best()?.offset ?? this.floor ?? 0;
  }
}
