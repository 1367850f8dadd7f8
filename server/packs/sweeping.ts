export interface SweepingPorts {
  /** The functions that delete what is over at a time, run one after the other. */
  sweeps: readonly ((at: number) => Promise<void>)[];
  now(): number;
  /** Called when a sweep failed: the next one makes up for it. */
  failed(error: unknown): void;
  /** Milliseconds between two sweeps. */
  everyMs?: number;
}

const HOUR_MS = 3_600_000;

/** Sweeps now and then every hour. The returned function stops it, and waits for a running sweep. */
export function keepSwept({ sweeps, now, failed, everyMs = HOUR_MS }: SweepingPorts): () => Promise<void> {
  let sweeping = Promise.resolve();
  // One after the other, so that a slow record does not get more requests.
  const next = () => {
    for (const sweep of sweeps) sweeping = sweeping.then(() => sweep(now())).catch(failed);
  };
  next();
  const timer = setInterval(next, everyMs);
  return () => {
    clearInterval(timer);
    return sweeping;
  };
}
