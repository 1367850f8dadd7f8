import { setTimeout as delay } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import {
  type Append,
  type AppendResult,
  type EventRecord,
  RecordUnavailable,
  type StoredEvent,
} from '../runtime/ports';
import { rowJson } from '../runtime/row-json';
import type { Database } from '../runtime/tables';
import { BATCH_LIMIT, type EncodedAppend, writeBatch } from './batch';
import { faultOf, unavailable } from './faults';
import { type OpenedDatabase, reasonOf } from './opened';

/** Milliseconds in which the record must prove that it can be written. */
const PATIENCE_MS = 2_000;
/** For how long (ms) a proof is valid, so that frequent health checks do not cause more writing. */
const PROVEN_MS = 1_000;

/**
 * How long (ms) a batch waits for more appends while they arrive quickly: a transaction costs the same for one as for ten,
 * mostly in processor time.
 */
const GATHER_MS = 3;

/** How often an append is checked again after others wrote meanwhile. */
const TRIES = 4;

const CONFLICT: AppendResult = { ok: false, reason: 'conflict' };

interface Waiting {
  append: EncodedAppend;
  resolve(result: AppendResult): void;
  reject(error: unknown): void;
}

/**
 * The record over either dialect. Appends that arrive in one tick, or while a transaction is under way, are
 * committed together: one fsync for all of them.
 */
export function createEventRecord({
  db,
  prove,
  insertAtOnce,
  release,
}: Pick<OpenedDatabase, 'db' | 'prove' | 'insertAtOnce' | 'release'>): EventRecord {
  let waiting: Waiting[] = [];
  let flushing: Promise<void> | null = null;
  let closed = false;
  let provenAt = Number.NEGATIVE_INFINITY;
  let proven: Promise<string | null> = Promise.resolve(null);

  const flush = async (): Promise<void> => {
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH_LIMIT);
      waiting = waiting.slice(BATCH_LIMIT);
      await commit({ db, insertAtOnce }, batch);
      if (batch.length > 1) await delay(GATHER_MS);
    }
    flushing = null;
  };

  const whileOpen = async <T>(read: () => Promise<T>): Promise<T> => {
    if (closed) throw new RecordUnavailable('the record is closed');
    return read();
  };

  return {
    load: (roomId, afterSeq = 0, limit) => whileOpen(() => load(db, roomId, afterSeq, limit)),
    newest: (roomIds) => whileOpen(() => newest(db, roomIds)),
    holds: (roomId, commandIds) => whileOpen(() => holds(db, roomId, commandIds)),
    append: async (append) => {
      if (closed) throw new RecordUnavailable('the record is closed');
      const encoded = encode(append);
      return new Promise((resolve, reject) => {
        waiting.push({ append: encoded, resolve, reject });
        flushing ??= flush();
      });
    },
    problem: () => {
      if (closed) return Promise.resolve('it is closed');
      if (performance.now() - provenAt > PROVEN_MS) {
        provenAt = Number.POSITIVE_INFINITY;
        const proof = prove().then(() => null, reasonOf);
        proven = within(PATIENCE_MS, proof, `no answer in ${PATIENCE_MS / 1_000} s`).finally(() => {
          provenAt = performance.now();
        });
      }
      return proven;
    },
    close: async () => {
      if (closed) return;
      closed = true;
      await flushing;
      await release();
    },
  };
}

async function load(
  db: Kysely<Database>,
  roomId: string,
  afterSeq: number,
  limit: number | undefined,
): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('events')
    .select(['seq', 'command_id', 'type', 'data', 'at', 'by'])
    .where('room_id', '=', roomId)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .execute();
  return rows.map(({ command_id, data, ...row }) => ({
    ...row,
    commandId: command_id,
    data: rowJson(data, `the event ${roomId}/${row.seq}`),
  }));
}

/** Each by the end of its index: a `group by` would read every event of these rooms. */
async function newest(db: Kysely<Database>, roomIds: readonly string[]): Promise<Map<string, number>> {
  // PostgreSQL does not take an empty `values`.
  if (roomIds.length === 0) return new Map();
  const { rows } = await sql<{ room_id: string; seq: number | null }>`
    with asked (room_id) as (values ${sql.join(roomIds.map((roomId) => sql`(${roomId})`))})
    select room_id, (select max(seq) from events where events.room_id = asked.room_id) as seq from asked
  `.execute(db);
  return new Map(rows.flatMap(({ room_id, seq }) => (seq === null ? [] : [[room_id, seq] as const])));
}

async function holds(db: Kysely<Database>, roomId: string, commandIds: readonly string[]): Promise<boolean> {
  // PostgreSQL does not take an empty `in ()`.
  if (commandIds.length === 0) return false;
  const row = await db
    .selectFrom('events')
    .select('seq')
    .where('room_id', '=', roomId)
    .where('command_id', 'in', [...commandIds])
    .where('idx', '=', 0)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Turned into text at once, so that the caller's later changes have no effect here. */
function encode(append: Append): EncodedAppend {
  if (append.events.length === 0) throw new TypeError('an append needs at least one event');
  const events = append.events.map((event, idx) => {
    const data: string | undefined = JSON.stringify(event.data);
    if (data === undefined) throw new TypeError(`the data of ${event.type} is nothing that JSON can hold`);
    return {
      room_id: append.roomId,
      seq: append.expectedSeq + 1 + idx,
      command_id: append.commandId,
      idx,
      type: event.type,
      data,
      at: event.at,
      by: event.by,
    };
  });
  return { ...append, events, projections: [...append.projections] };
}

/**
 * Settles every append of the batch. To find one that breaks the transaction, it writes each alone. An append that lost a
 * race against another process is checked again against the other's events.
 */
async function commit(
  into: Pick<OpenedDatabase, 'db' | 'insertAtOnce'>,
  batch: Waiting[],
  tries = TRIES,
): Promise<void> {
  try {
    const appends = batch.map(({ append }) => append);
    const { db, insertAtOnce } = into;
    const results = await writeBatch(db, appends, { mayBeStored: tries < TRIES, insertAtOnce });
    for (const [i, { resolve }] of batch.entries()) resolve(results[i] ?? CONFLICT);
  } catch (error) {
    const fault = faultOf(error);
    if (fault === 'unavailable') for (const { reject } of batch) reject(unavailable(error));
    else if (batch.length > 1) for (const one of batch) await commit(into, [one], tries - 1);
    else if (fault === 'bug') for (const { reject } of batch) reject(error);
    else if (tries > 1) await commit(into, batch, tries - 1);
    else for (const { resolve } of batch) resolve(CONFLICT);
  }
}

async function within<T>(ms: number, promise: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, ms, otherwise);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
