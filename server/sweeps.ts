import type { Kysely } from 'kysely';
import { sweepSessions } from './identity/sessions';
import type { Log } from './log';
import { sweep as sweepPacks } from './packs/shelf-space';
import { keepSwept } from './packs/sweeping';
import type { Database } from './runtime/tables';
import type { BuiltFiles } from './store/built-files';
import { farAhead } from './store/newest';
import type { StoredPackContents } from './store/pack-contents';
import { sweepTryOuts, tryOutsOverSoon } from './store/sweep-try-outs';

export interface SweepsInput {
  db: Kysely<Database>;
  contents: Pick<StoredPackContents, 'sweep'>;
  builtFiles: Pick<BuiltFiles, 'sweep'>;
  /** Gives a practice that somebody has left its scorecard. */
  finish(roomId: string): Promise<unknown>;
  now(): number;
  /** Whether the time is this machine's alone, which may have just started with a wrong clock. */
  ownClock: boolean;
  log: Log;
}

/** Deletes what is over, at once and then every hour. The returned function stops it, and waits for the statement under way. */
export function startSweeps(input: SweepsInput): () => Promise<void> {
  const { db, contents, builtFiles, finish, now, ownClock, log } = input;
  return keepSwept({
    sweeps: [
      (at, signal) => sweepPacks(db, at, signal),
      contents.sweep,
      builtFiles.sweep,
      (at, signal) => sweepSessions(db, at, signal),
      async (at, signal) => {
        for (const roomId of await tryOutsOverSoon(db, at)) {
          if (signal.aborted) return;
          await finish(roomId);
        }
      },
      (at, signal) => sweepTryOuts(db, at, signal),
    ],
    now,
    mayBegin: async () => {
      const aheadMs = ownClock ? await farAhead(db, now()) : null;
      if (aheadMs !== null)
        log.warn(
          { state: 'sweep-waits', aheadMs },
          'nothing in the record is from the last day, so nothing is deleted for an hour. If the clock is wrong, set it and restart',
        );
      return aheadMs === null;
    },
    failed: (error) => log.warn({ err: error }, 'what is over could not be taken away'),
  });
}
