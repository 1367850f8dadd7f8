import type { ExpressionBuilder, Kysely, Transaction } from 'kysely';
import { type AppendResult, PROJECTION_KEYS, type ProjectedTable, type Projection } from '../runtime/ports';
import type { Database, EventsTable } from '../runtime/tables';
import type { OpenedDatabase } from './opened';

/** Maximum appends in one transaction, which on SQLite blocks the event loop. */
export const BATCH_LIMIT = 200;
/** Maximum rows in one statement: SQLite accepts 32,766 parameters, and no table here has more than thirteen columns. */
const ROWS_LIMIT = 1_000;

export interface EncodedAppend {
  roomId: string;
  expectedSeq: number;
  commandId: string;
  events: EventsTable[];
  projections: Projection[];
}

/**
 * Writes as much of the batch as possible in one transaction, and gives a result for each append, in order. A command that
 * is already stored breaks the transaction, unless it `mayBeStored`, so that this looks for it first. Where the database has a
 * way of its own to insert, an append that does not fit breaks it too.
 */
export async function writeBatch(
  db: Kysely<Database>,
  batch: EncodedAppend[],
  { mayBeStored, insertAtOnce }: { mayBeStored: boolean } & Pick<OpenedDatabase, 'insertAtOnce'>,
): Promise<AppendResult[]> {
  return db.transaction().execute(async (trx) => {
    if (insertAtOnce && !mayBeStored) {
      await insertAtOnce(trx, batch);
      await upsertAll(trx, batch);
      return batch.map(() => ({ ok: true }));
    }
    const seqs = await seqsOf(trx, batch);
    let results = judge(batch, [], seqs);
    // A stored command that is sent again after another write is also a conflict.
    if (mayBeStored || results.some(({ ok }) => !ok))
      results = judge(batch, await commandsOf(trx, batch), seqs);
    const accepted = batch.filter((_, i) => results[i]?.ok);
    if (accepted.length === 0) return results;
    // Every process uses the same order of rooms, so that two transactions never deadlock.
    accepted.sort((a, b) => (a.roomId < b.roomId ? -1 : a.roomId > b.roomId ? 1 : 0));
    const events = accepted.flatMap((append) => append.events);
    for (const rows of chunks(events)) await trx.insertInto('events').values(rows).execute();
    await upsertAll(trx, accepted);
    return results;
  });
}

async function upsertAll(trx: Transaction<Database>, appends: readonly EncodedAppend[]): Promise<void> {
  const projections = appends.flatMap((append) => append.projections);
  if (projections.length === 0) return;
  for (const table of Object.keys(PROJECTION_KEYS) as ProjectedTable[])
    await upsert(
      trx,
      table,
      projections.filter((projection) => projection.table === table),
    );
}

/** Which appends fit the stored events, including earlier ones of the same batch. */
function judge(
  batch: EncodedAppend[],
  storedCommands: readonly string[],
  storedSeqs: readonly string[],
): AppendResult[] {
  const commands = new Set(storedCommands);
  const seqs = new Set(storedSeqs);
  return batch.map(({ roomId, expectedSeq, commandId, events }): AppendResult => {
    if (commands.has(`${roomId} ${commandId}`)) return { ok: false, reason: 'duplicate-command' };
    const last = expectedSeq === 0 || seqs.has(`${roomId} ${expectedSeq}`);
    if (!last || seqs.has(`${roomId} ${expectedSeq + 1}`)) return { ok: false, reason: 'conflict' };
    commands.add(`${roomId} ${commandId}`);
    for (const { seq } of events) seqs.add(`${roomId} ${seq}`);
    return { ok: true };
  });
}

type Where = ExpressionBuilder<Database, 'events'>;

async function commandsOf(trx: Transaction<Database>, batch: EncodedAppend[]): Promise<string[]> {
  const one = (eb: Where, { roomId, commandId }: EncodedAppend) =>
    eb.and([eb('room_id', '=', roomId), eb('command_id', '=', commandId), eb('idx', '=', 0)]);
  const rows = await trx
    .selectFrom('events')
    .select(['room_id', 'command_id'])
    .where((eb) => eb.or(batch.map((append) => one(eb, append))))
    .execute();
  return rows.map((row) => `${row.room_id} ${row.command_id}`);
}

async function seqsOf(trx: Transaction<Database>, batch: EncodedAppend[]): Promise<string[]> {
  const one = (eb: Where, { roomId, expectedSeq }: EncodedAppend) =>
    eb.and([eb('room_id', '=', roomId), eb('seq', 'in', [expectedSeq, expectedSeq + 1])]);
  const rows = await trx
    .selectFrom('events')
    .select(['room_id', 'seq'])
    .where((eb) => eb.or(batch.map((append) => one(eb, append))))
    .execute();
  return rows.map((row) => `${row.room_id} ${row.seq}`);
}

/** All rows of one table. Of two rows with one key it writes the last: PostgreSQL accepts a key only once per statement. */
export async function upsert(
  trx: Transaction<Database>,
  table: ProjectedTable,
  projections: Projection[],
): Promise<void> {
  const keys: readonly string[] = PROJECTION_KEYS[table];
  const forgotten = await forgottenIn(trx, projections);
  const byKey = new Map<string, Record<string, unknown>>();
  for (const projection of projections) {
    const row: Record<string, unknown> = { ...projection.row };
    if (forgotten.has(row.principal_id)) continue;
    byKey.set(JSON.stringify(keys.map((key) => row[key])), row);
  }
  // The rows were typed against their table when they became a Projection; here all tables are handled alike.
  const untyped = trx as unknown as Transaction<Record<string, Record<string, unknown>>>;
  for (const rows of chunks([...byKey.values()])) {
    const columns = Object.keys(rows[0] ?? {}).filter((column) => !keys.includes(column));
    await untyped
      .insertInto(table)
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns([...keys])
          .doUpdateSet((eb) =>
            Object.fromEntries(columns.map((column) => [column, eb.ref(`excluded.${column}`)])),
          ),
      )
      .execute();
  }
}

/** Those of these people who were deleted. Their rooms' events still name them. */
async function forgottenIn(
  trx: Transaction<Database>,
  projections: readonly Projection[],
): Promise<ReadonlySet<unknown>> {
  const people = projections.flatMap(({ table, row }) =>
    'principal_id' in row && table !== 'try_outs' ? [row.principal_id] : [],
  );
  const found = new Set<string>();
  for (const ids of chunks([...new Set(people)])) {
    const rows = await trx
      .selectFrom('forgotten')
      .select('principal_id')
      .where('principal_id', 'in', ids)
      .execute();
    for (const { principal_id } of rows) found.add(principal_id);
  }
  return found;
}

function* chunks<T>(rows: T[]): Generator<T[]> {
  for (let i = 0; i < rows.length; i += ROWS_LIMIT) yield rows.slice(i, i + ROWS_LIMIT);
}
