/** The difference (ms) from the machine's clock at which it is logged, and the further difference at which it is logged again. */
const TOLD_MS = 2_000;

interface ClockLog {
  warn(detail: object, message: string): void;
}

export interface SteadyClock {
  /** Milliseconds since 1970. The difference between two readings is the time that really passed. */
  now(): number;
  /** How far (ms) the machine's clock is ahead of this one. */
  skew(): number;
  /** Logs when somebody has set the machine's clock. */
  look(): void;
}

/**
 * The time by which a process measures how long a person answered or has been away. It reads the machine's clock once, and
 * then uses a clock that nobody can set; otherwise a step of an hour would count as an answer of an hour. `wall` and
 * `steady` are in milliseconds.
 */
export function steadyClock(log: ClockLog, wall = Date.now, steady = () => performance.now()): SteadyClock {
  const offset = wall() - steady();
  let told = 0;
  const now = () => Math.round(offset + steady());
  const skew = () => wall() - now();
  return {
    now,
    skew,
    look: () => {
      const ahead = skew();
      if (Math.abs(ahead - told) < TOLD_MS) return;
      told = ahead;
      log.warn(
        { state: 'clock-set', aheadMs: ahead },
        'the clock of this machine was set: this process keeps its own time until it is restarted',
      );
    },
  };
}
