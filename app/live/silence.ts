/** The server pings every second: so much silence (ms) means that the line is cut. */
const SILENCE_MS = 1_500;
const LOOK_MS = 200;

/** Notices that nothing comes in any more, long before TCP does. */
export class Silence {
  private heardAt = 0;
  private lookedAt = 0;
  private wasLate = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly onSilence: () => void) {}

  start(): void {
    this.lookedAt = performance.now();
    this.timer = setInterval(() => this.look(), LOOK_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  heard(): void {
    this.heardAt = performance.now();
  }

  private look(): void {
    const now = performance.now();
    // After a nap of the laptop or a busy moment of the page, what came in meanwhile must be read first.
    const isLate = now - this.lookedAt > 4 * LOOK_MS;
    this.lookedAt = now;
    if (isLate && !this.wasLate) {
      this.wasLate = true;
      return;
    }
    this.wasLate = false;
    if (now - this.heardAt > SILENCE_MS) this.onSilence();
  }
}
