/** Deletes what is over at a time (ms). It stops between two statements once the signal says so. */
export type Sweep = (at: number, signal: AbortSignal) => Promise<void>;

export interface SweepingPorts {
  /** Run one after the other. */
  sweeps: readonly Sweep[];
  now(): number;
  /** Whether the first time may be now. If not, it is an hour later, when somebody has seen what the log says. */
  mayBegin?(): Promise<boolean>;
  /** Called when a sweep failed: the next one makes up for it. */
  failed(error: unknown): void;
  /** Milliseconds between two sweeps. */
  everyMs?: number;
}

const HOUR_MS = 3_600_000;

/** Sweeps at once, if `mayBegin` allows it, and then every hour. The returned function stops it, and waits for the statement that is under way. */
export function keepSwept({
  sweeps,
  now,
  mayBegin = () => Promise.resolve(true),
  failed,
  everyMs = HOUR_MS,
}: SweepingPorts): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const round = async () => {
    for (const sweep of sweeps) {
      if (signal.aborted) return;
      await Promise.resolve()
        .then(() => sweep(now(), signal))
        .catch(failed);
    }
  };
  const first = async () => {
    if (await mayBegin()) await round();
  };
  let sweeping = first().catch(failed);
  // One after the other, so that a slow record does not get more requests.
  const timer = setInterval(() => {
    sweeping = sweeping.then(round);
  }, everyMs);
  return () => {
    clearInterval(timer);
    stopping.abort();
    return sweeping;
  };
}
