/** The difference (ms) to the machine's clock from which on the log is told, and how much more it takes to be told again. */
const TOLD_MS = 2_000;

interface ClockLog {
  warn(detail: object, message: string): void;
}

export interface SteadyClock {
  /** Milliseconds since 1970. Between two readings as much time went by as there really was. */
  now(): number;
  /** How far (ms) the machine's clock is ahead of this one. */
  skew(): number;
  /** Tells the log when the machine's clock was set. */
  look(): void;
}

/**
 * The time by which a process measures how long somebody answered or has been away. It takes the hour from the machine's
 * clock once, and goes on by one that nobody can set: a step of an hour would else be an answer of an hour. `wall` and
 * `steady` are milliseconds.
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
        'the clock of this machine was set: this process goes on with its own time until it is started again',
      );
    },
  };
}
