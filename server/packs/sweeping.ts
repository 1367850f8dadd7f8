export interface SweepingPorts {
  /** What takes away what is over at a time, one after the other. */
  sweeps: readonly ((at: number) => Promise<void>)[];
  now(): number;
  /** Told of a sweep that came to nothing: the next one makes up for it. */
  failed(error: unknown): void;
  /** Milliseconds between two sweeps. */
  everyMs?: number;
}

const HOUR_MS = 3_600_000;

/** Sweeps now, and from then on every hour. What is returned ends it, and waits for a sweep under way. */
export function keepSwept({ sweeps, now, failed, everyMs = HOUR_MS }: SweepingPorts): () => Promise<void> {
  let sweeping = Promise.resolve();
  // One after the other: a record that answers slowly is not asked more often the slower it is.
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
