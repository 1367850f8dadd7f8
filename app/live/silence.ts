/** The server pings every 4 s, so this much silence (ms) means that the connection is lost. */
const SILENCE_MS = 5_500;
/** If the server sends nothing for this long (ms) after a request, the connection counts as lost. */
const UNANSWERED_MS = 1_700;
const LOOK_MS = 200;

/** Notices that nothing arrives any more, long before TCP does. */
export class Silence {
  private heardAt = 0;
  /** The time of the first request after which nothing has arrived. */
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

  /** The client sent something that the server answers at once. */
  asked(): void {
    this.askedAt ??= performance.now();
  }

  private look(): void {
    const now = performance.now();
    // After the laptop slept or the page was busy, messages that have arrived meanwhile must be read first.
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
