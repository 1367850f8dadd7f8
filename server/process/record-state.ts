interface StateLog {
  info(detail: object, message: string): void;
  error(detail: object, message: string): void;
}

/** What was found longer ago than this (ms) says nothing about now. */
const STALE_MS = 10_000;

/** How often (ms) it looks by itself: before what it found last is stale. */
const LOOK_MS = 7_000;

export interface RecordState {
  /** Whether an append would work now. */
  works(): Promise<boolean>;
  /** What was found last; null if that is a while ago. */
  lately(): boolean | null;
  /** It is looked at no more. */
  close(): void;
}

/** Whether the record works according to `problem`, also while nobody asks; logs every change with its reason. */
export function watchRecord(
  problem: () => Promise<string | null>,
  log: StateLog,
  lookMs = LOOK_MS,
): RecordState {
  let last: string | null = null;
  let foundAt = Number.NEGATIVE_INFINITY;
  const works = async (): Promise<boolean> => {
    const found = await problem();
    if (found !== last) {
      if (found === null) log.info({ state: 'record-back' }, 'the record works again');
      else
        log.error({ state: 'record-gone', reason: found }, 'the record does not work: nothing can be saved');
    }
    last = found;
    foundAt = performance.now();
    return found === null;
  };
  const looking = setInterval(() => void works(), lookMs).unref();
  return {
    works,
    lately: () => (performance.now() - foundAt < STALE_MS ? last === null : null),
    close: () => clearInterval(looking),
  };
}
