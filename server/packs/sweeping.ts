import type { Db } from './kept-packs';
import { sweep } from './shelf-space';

export interface SweepingPorts {
  db: Db;
  /** Takes away what was read of packs and is not named any more. */
  sweepContents(): Promise<void>;
  now(): number;
  /** Told of a sweep that came to nothing: the next one makes up for it. */
  failed(error: unknown): void;
  /** Milliseconds between two sweeps. */
  everyMs?: number;
}

const HOUR_MS = 3_600_000;

/**
 * Takes away for good the packs of everybody that are over: now, and from then on every hour. What is returned ends
 * it, and waits for a sweep under way.
 */
export function keepSwept({
  db,
  sweepContents,
  now,
  failed,
  everyMs = HOUR_MS,
}: SweepingPorts): () => Promise<void> {
  let sweeping = Promise.resolve();
  // One after the other: a record that answers slowly is not asked more often the slower it is.
  const next = () => {
    sweeping = sweeping
      .then(() => sweep(db, now()))
      .then(sweepContents)
      .catch(failed);
  };
  next();
  const timer = setInterval(next, everyMs);
  return () => {
    clearInterval(timer);
    return sweeping;
  };
}
