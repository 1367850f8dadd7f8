interface StateLog {
  info(detail: object, message: string): void;
}

/** How often (ms) it says how far it is. */
const TOLD_MS = 30_000;

/** Tells the log of work that keeps a process from serving, so that nobody takes it for one that hangs. */
export function tellOfRebuild(log: StateLog, now: () => number = () => performance.now()) {
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    progress: (rooms: number): void => {
      if (now() - toldAt < TOLD_MS) return;
      toldAt = now();
      log.info(
        { state: 'rebuilding', rooms },
        'read models are being rebuilt: nothing is served until that is done',
      );
    },
    finished: (rooms: number): void =>
      log.info({ state: 'rebuilt', rooms }, 'the read models have been rebuilt'),
  };
}
