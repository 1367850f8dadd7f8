/** The server pings every 4 s: so much silence (ms) means that the line is cut. */
const SILENCE_MS = 5_500;
/** So long (ms) after a question without a word from the server, the line counts as cut. */
const UNANSWERED_MS = 1_700;
const LOOK_MS = 200;

/** Notices that nothing comes in any more, long before TCP does. */
export class Silence {
  private heardAt = 0;
  /** When the first question was asked that nothing was heard after. */
  private askedAt: number | null = null;
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
    this.askedAt = null;
  }

  /** Something was sent that the server answers at once. */
  asked(): void {
    this.askedAt ??= performance.now();
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
    const isUnanswered = this.askedAt !== null && now - this.askedAt > UNANSWERED_MS;
    if (isUnanswered || now - this.heardAt > SILENCE_MS) this.onSilence();
  }
}
