import type { Log } from '../log';

/** Without an echo for this long (ms) the other processes count as not heard. */
const SILENT_MS = 4_000;
/** After this long (ms) every other process has told who is connected to it: see the heartbeat of the rooms. */
const SETTLED_MS = 6_000;

/** Whether this process's messages come back, and since when; the log reports every change, with the `problem` of the carrier. */
export function watchEcho(log: Log, problem: () => string | null) {
  let lastEcho = performance.now();
  let heardSince: number | null = null;
  let isTold = false;
  const reasons = new Set<string>();
  /** Each reason once, until the messages come back. */
  const tellWhy = (reason: string) => {
    if (reasons.has(reason)) return;
    reasons.add(reason);
    log.warn(
      { state: 'redis-gone', reason },
      'Redis does not answer: other processes hear of this one later, and who is connected to them is unknown',
    );
  };
  return {
    echoed: () => {
      lastEcho = performance.now();
      if (heardSince !== null) return;
      heardSince = lastEcho;
      if (isTold) log.info({ state: 'redis-back' }, 'Redis is back: the other processes are heard again');
      isTold = false;
      reasons.clear();
    },
    look: () => {
      if (performance.now() - lastEcho < SILENT_MS) return;
      heardSince = null;
      const reason = problem();
      if (reason !== null || !isTold) tellWhy(reason ?? `no answer in ${SILENT_MS / 1_000} s`);
      isTold = true;
    },
    isSettled: () => heardSince !== null && performance.now() - heardSince > SETTLED_MS,
  };
}

/**
 * Whether every process that has people is also heard: one that only the bus has lost may have them still. The log reports
 * each such process and when it is heard again, or gone.
 */
export function watchSilence(log: Log, others: () => ReadonlySet<string> | null) {
  /** When each was heard, or first known to have people. */
  const heardAt = new Map<string, number>();
  const told = new Set<string>();
  const silent = (): string[] | null => {
    const alive = others();
    if (alive === null) return null;
    const now = performance.now();
    for (const process of alive) if (!heardAt.has(process)) heardAt.set(process, now);
    for (const [process, at] of heardAt)
      if (!alive.has(process) && now - at > SILENT_MS) heardAt.delete(process);
    return [...alive].filter((process) => now - (heardAt.get(process) ?? now) > SILENT_MS);
  };
  return {
    heard: (process: string) => void heardAt.set(process, performance.now()),
    /** `works`: whether messages come through at all. If not, the others are not the ones to look at. */
    look: (works: boolean) => {
      const found = silent();
      if (found === null || !works) return;
      for (const process of found) {
        if (told.has(process)) continue;
        told.add(process);
        log.warn(
          { state: 'process-silent', process },
          'another process has people and is not heard: it may have lost Redis, hang, or have been killed just now',
        );
      }
      for (const process of told) {
        if (found.includes(process)) continue;
        told.delete(process);
        log.info({ state: 'process-heard', process }, 'the other process is heard again, or gone');
      }
    },
    count: () => silent()?.length ?? 0,
    isNone: () => silent()?.length === 0,
  };
}

/** Which other processes can write to the record, according to themselves. */
export function watchRecords() {
  const saidAt = new Map<string, number>();
  return {
    heard: (process: string, works: boolean) => {
      if (works) saidAt.set(process, performance.now());
      else saidAt.delete(process);
    },
    someWork: () => {
      const since = performance.now() - SILENT_MS;
      for (const [process, at] of saidAt) if (at < since) saidAt.delete(process);
      return saidAt.size > 0;
    },
  };
}
