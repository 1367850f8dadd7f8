interface StateLog {
  info(detail: object, message: string): void;
}

/** Says once whether all processes together may take more connections than PostgreSQL gives them. */
export function tellOfRoom(
  log: { warn(detail: object, message: string): void },
  room: { processes: number; wanted: number; given: number },
): void {
  if (room.wanted > room.given)
    log.warn(
      { state: 'connections-short', ...room },
      'the processes may take more connections together than PostgreSQL gives: raise max_connections, or lower DATABASE_CONNECTIONS',
    );
}

/** How often (ms) it says how far it is. */
const TOLD_MS = 30_000;

/**
 * Tells the log, and anybody who asks `/readyz`, of work that keeps a process from serving, so that nobody takes it for one that
 * hangs.
 */
export function tellOfStart(
  log: StateLog,
  isAt: (what: string) => void,
  now: () => number = () => performance.now(),
) {
  let toldAt = Number.NEGATIVE_INFINITY;
  const isDue = () => {
    const due = now() - toldAt >= TOLD_MS;
    if (due) toldAt = now();
    return due;
  };
  return {
    migrates: (): void => {
      isAt('bringing the tables up to date');
      log.info({ state: 'migrating' }, 'the record is brought up to date: nothing is served until then');
    },
    waits: (): void => {
      isAt('waiting until another process has brought the tables up to date, or until a table is free');
      if (isDue())
        log.info(
          { state: 'migrating', waits: true },
          'it waits for another process that migrates, or for a connection that uses a table, such as a back-up',
        );
    },
    rebuilds: {
      waits: (): void => isAt('waiting until read models are rebuilt, here or by another process'),
      progress: (rooms: number): void => {
        isAt(`rebuilding read models: ${rooms.toLocaleString('en')} rooms are done`);
        if (isDue())
          log.info(
            { state: 'rebuilding', rooms },
            'read models are being rebuilt: nothing is served until that is done',
          );
      },
      finished: (rooms: number): void =>
        log.info({ state: 'rebuilt', rooms }, 'the read models have been rebuilt'),
    },
  };
}
