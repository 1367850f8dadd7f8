import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Log } from '../log';
import type { Database, WebhooksTable } from '../runtime/tables';
import { NEVER } from './given-up';
import { messageOf, signedHeaders } from './message';

export interface WebhookSettings {
  url: string;
  /** The newest first; the receiver accepts a signature by any key that it knows. */
  keys: readonly Buffer[];
}

export interface SenderPorts {
  db: Kysely<Database>;
  settings: WebhookSettings;
  publicUrl: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** What became of one request. */
  told(outcome: 'sent' | 'failed' | 'given-up'): void;
  log: Pick<Log, 'info' | 'warn' | 'error' | 'debug'>;
  /** Milliseconds between two looks for something to send. */
  beatMs?: number;
  /** Milliseconds that the receiver has for its answer. */
  patienceMs?: number;
}

const BEAT_MS = 2_000;
const PATIENCE_MS = 10_000;
/** For how long (ms) a process has a webhook to itself: longer than a request takes. After a crash, another process tries once that time is over. */
export const LEASE_MS = 30_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 4 * 3_600_000;
/** With these waits it is given up after about a day. */
export const MOST_TRIES = 14;
const AT_ONCE = 8;

/** Milliseconds before the next try after this many failures, without jitter. */
export function waitAfter(tries: number): number {
  return Math.min(FIRST_WAIT_MS * 3 ** (tries - 1), LONGEST_WAIT_MS);
}

/**
 * Sends what is in the table, each by one of the processes: it claims a row by moving its next time, and deletes it once the
 * receiver has answered with 2xx. A room's later webhooks wait for its earlier ones, but not for those that were given up.
 */
export function startSender(ports: SenderPorts): { close(): Promise<void> } {
  const { db, settings, publicUrl, now, told, log, beatMs = BEAT_MS, patienceMs = PATIENCE_MS } = ports;
  const closing = new AbortController();
  let isFailing = false;

  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      // While the record is away, its own watcher says so.
      const tried = await sendWhatIsDue().catch((error: unknown) => {
        log.debug({ err: error }, 'webhooks could not be looked up');
        return 0;
      });
      if (tried === 0)
        await delay(beatMs, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
    }
  };

  const sendWhatIsDue = async (): Promise<number> => {
    const rows = await due(db, now());
    await Promise.all(rows.map(sendOne));
    return rows.length;
  };

  const sendOne = async (row: WebhooksTable): Promise<void> => {
    const claimed = await claim(db, row, now() + LEASE_MS);
    if (!claimed) return;
    const problem = await post(claimed);
    if (problem === null) await sent(claimed);
    else if (closing.signal.aborted) await putBack(db, claimed, { tries: row.tries, next_at: row.next_at });
    else await failed(claimed, problem);
  };

  /** Why it was not taken, or null. The body of the answer is not read. */
  const post = async (row: WebhooksTable): Promise<string | null> => {
    const message = messageOf(row, publicUrl);
    try {
      const response = await fetch(settings.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Hotseat',
          ...signedHeaders(message, settings.keys, Math.floor(now() / 1_000)),
        },
        body: message.body,
        redirect: 'manual',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(patienceMs)]),
      });
      await response.body?.cancel();
      return response.ok ? null : `it answered ${response.status}`;
    } catch (error) {
      return reasonOf(error, patienceMs);
    }
  };

  const sent = async (row: WebhooksTable): Promise<void> => {
    told('sent');
    if (isFailing) log.info({ state: 'webhooks-back' }, 'webhooks are taken again');
    isFailing = false;
    await remove(db, row);
  };

  const failed = async (row: WebhooksTable, reason: string): Promise<void> => {
    told('failed');
    const { id } = messageOf(row, publicUrl);
    if (!isFailing)
      log.warn(
        { state: 'webhooks-failing', webhookId: id, reason },
        'a webhook was not taken: tried again later',
      );
    isFailing = true;
    if (row.tries >= MOST_TRIES) {
      told('given-up');
      log.error({ webhookId: id, type: row.type, tries: row.tries, reason }, 'a webhook was given up');
      await putBack(db, row, { next_at: NEVER });
      return;
    }
    // A receiver that is back is not asked everything in the same moment.
    const wait = waitAfter(row.tries) * (1 + Math.random() / 10);
    await putBack(db, row, { next_at: now() + Math.round(wait) });
  };

  const running = run();
  return {
    close: async () => {
      closing.abort();
      await running;
    },
  };
}

/** The earliest of each room, if it is its time. */
async function due(db: Kysely<Database>, at: number): Promise<WebhooksTable[]> {
  return db
    .selectFrom('webhooks as one')
    .selectAll('one')
    .where('one.next_at', '<=', at)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('webhooks as earlier')
            .select('earlier.seq')
            .whereRef('earlier.room_id', '=', 'one.room_id')
            .whereRef('earlier.seq', '<', 'one.seq')
            .where('earlier.next_at', '<', NEVER),
        ),
      ),
    )
    .orderBy('one.next_at')
    .limit(AT_ONCE)
    .execute();
}

/** The row as this process has it now; null when another process was first. */
async function claim(db: Kysely<Database>, row: WebhooksTable, until: number): Promise<WebhooksTable | null> {
  const claimed = { tries: row.tries + 1, next_at: until };
  return (await putBack(db, row, claimed)) ? { ...row, ...claimed } : null;
}

/** Unless another process has taken it over meanwhile. */
async function putBack(
  db: Kysely<Database>,
  row: WebhooksTable,
  change: Partial<Pick<WebhooksTable, 'tries' | 'next_at'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhooks')
    .set(change)
    .where('room_id', '=', row.room_id)
    .where('seq', '=', row.seq)
    .where('next_at', '=', row.next_at)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function remove(db: Kysely<Database>, { room_id, seq }: WebhooksTable): Promise<void> {
  await db.deleteFrom('webhooks').where('room_id', '=', room_id).where('seq', '=', seq).execute();
}

function reasonOf(error: unknown, patienceMs: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer in ${patienceMs / 1_000} s`;
  // undici says only "fetch failed", and the cause says why.
  const cause = error.cause instanceof Error ? error.cause : error;
  return 'code' in cause ? String(cause.code) : cause.message;
}
