import { uptime } from 'node:os';

/** The difference (ms) from the machine's clock at which it is logged, and the further difference at which it is logged again. */
const TOLD_MS = 2_000;
/** Milliseconds of sleep that count; the two clocks that show it are not read in the same moment. */
const SLEPT_MS = 1_000;

interface ClockLog {
  warn(detail: object, message: string): void;
}

/** The machine's clocks, in milliseconds. */
export interface MachineClocks {
  /** Since 1970, by the machine or by the record that several share. Somebody can set it. */
  wall(): number;
  /** Nobody can set it. It may stop while the machine sleeps. */
  steady(): number;
  /** Since the machine started, with the time that it slept. */
  up(): number;
}

const OWN: MachineClocks = {
  wall: () => Date.now(),
  steady: () => performance.now(),
  up: () => uptime() * 1_000,
};

export interface SteadyClock {
  /** Milliseconds since 1970. The difference between two readings is the time that really passed. */
  now(): number;
  /** How far (ms) the machine's clock is ahead of this one. */
  skew(): number;
  /**
   * Adds the time that the machine slept, and logs when somebody has set its clock. `isIdle`: whether nobody is measured just
   * now, so that this clock takes over the machine's, as a restart would. It is asked only then.
   */
  look(isIdle: () => boolean): void;
}

/**
 * The time by which a process measures how long a person answered or has been away. It reads the machine's clock when
 * nobody is there, and otherwise goes on with a clock that nobody can set; a step of an hour would count as an answer of an
 * hour. What leaves this deployment, such as a signature's time, has the machine's clock instead.
 */
export function steadyClock(log: ClockLog, clocks: Partial<MachineClocks> = {}): SteadyClock {
  const { wall, steady, up } = { ...OWN, ...clocks };
  let offset = wall() - steady();
  let asleep = up() - steady();
  let told = 0;
  const now = () => Math.round(offset + steady());
  const skew = () => wall() - now();
  const addSleep = () => {
    const slept = up() - steady() - asleep;
    if (slept < SLEPT_MS) return;
    asleep += slept;
    offset += slept;
  };
  return {
    now,
    skew,
    look: (isIdle) => {
      addSleep();
      const ahead = skew();
      const isNews = Math.abs(ahead - told) >= TOLD_MS;
      if (Math.abs(ahead) >= TOLD_MS && isIdle()) {
        offset = wall() - steady();
        told = 0;
        if (isNews)
          log.warn(
            { state: 'clock-set', aheadMs: ahead },
            'the clock was set: this process goes by it from now on',
          );
      } else if (isNews) {
        told = ahead;
        log.warn(
          { state: 'clock-set', aheadMs: ahead },
          'the clock was set: this process keeps its own time while anybody is connected',
        );
      }
    },
  };
}
