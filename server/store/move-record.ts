import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../runtime/tables';
import { TABLE_NAMES } from './expected-tables';

/** Rows that are read at once. */
const AT_ONCE = 200;
/** Bytes (about) that are written and compared at once, unless one row has more: what a slow line takes in seconds. */
const BYTES_AT_ONCE = 4_000_000;
/** Progress is told after so many rows of one table, and at its end. */
const TOLD_EVERY = 100_000;

type Row = Record<string, unknown>;
/** Any table goes the same way. */
type Untyped = Kysely<Record<string, Row>>;

export interface MovedTable {
  table: string;
  rows: number;
}

export interface MoveProgress extends MovedTable {
  done: boolean;
}

/**
 * Copies every row of a record that nobody uses into an empty one, and holds each row there against the one it came from, before
 * anything of it is to be seen. Throws, and leaves the other record empty, where a row is not the same.
 */
export async function moveRecord(
  from: Kysely<Database>,
  to: Kysely<Database>,
  told: (progress: MoveProgress) => void = () => undefined,
): Promise<MovedTable[]> {
  const source = from as unknown as Untyped;
  return to.transaction().execute(async (trx) => {
    const target = trx as unknown as Untyped;
    // What the start of an empty record writes by itself.
    for (const table of ['moves', 'marks']) await target.deleteFrom(table).execute();
    const moved: MovedTable[] = [];
    for (const table of TABLE_NAMES) {
      const there = await sql`select 1 from ${sql.table(table)} limit 1`.execute(target);
      if (there.rows.length > 0) throw new Error(`the table ${table} there is not empty`);
      const rows = await moveTable(source, target, table, told);
      told({ table, rows, done: true });
      moved.push({ table, rows });
    }
    return moved;
  });
}

function withoutRowid(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'rowid'));
}

async function moveTable(
  source: Untyped,
  target: Untyped,
  table: string,
  told: (progress: MoveProgress) => void,
): Promise<number> {
  const keys = await keysOf(source, table);
  let count = 0;
  let written = 0;
  for (let after: number | null = 0; after !== null; ) {
    const read = await sql<Row & { rowid: number }>`
      select rowid, * from ${sql.table(table)} where rowid > ${after} order by rowid limit ${AT_ONCE}
    `.execute(source);
    after = read.rows.at(-1)?.rowid ?? null;
    for (const rows of inParts(read.rows.map(withoutRowid))) {
      const { numInsertedOrUpdatedRows } = await target
        .insertInto(table)
        .values(rows)
        .executeTakeFirstOrThrow();
      written += Number(numInsertedOrUpdatedRows);
      await compare(target, table, keys, rows);
    }
    const before = count;
    count += read.rows.length;
    if (Math.floor(count / TOLD_EVERY) > Math.floor(before / TOLD_EVERY))
      told({ table, rows: count, done: false });
  }
  if (written !== count) throw new Error(`the table ${table} has ${count} rows here and ${written} there`);
  return count;
}

function* inParts(rows: readonly Row[]): Generator<Row[]> {
  let [part, bytes]: [Row[], number] = [[], 0];
  for (const row of rows) {
    const more = sizeOf(row);
    if (part.length > 0 && bytes + more > BYTES_AT_ONCE) {
      yield part;
      [part, bytes] = [[], 0];
    }
    part.push(row);
    bytes += more;
  }
  if (part.length > 0) yield part;
}

/** Of its texts and bytes: what makes a row large. */
function sizeOf(row: Row): number {
  const sizes = Object.values(row).map((value) =>
    typeof value === 'string' ? Buffer.byteLength(value) : ArrayBuffer.isView(value) ? value.byteLength : 0,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Each row against the one with the same key there. */
async function compare(
  target: Untyped,
  table: string,
  keys: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const nameOf = (row: Row) => keys.map((key) => String(row[key])).join(' ');
  const found = await target
    .selectFrom(table)
    .selectAll()
    .where((eb) => eb.or(rows.map((row) => eb.and(keys.map((key) => eb(key, '=', row[key]))))))
    .execute();
  const there = new Map(found.map((row) => [nameOf(row), row]));
  for (const row of rows)
    if (!isDeepStrictEqual({ ...there.get(nameOf(row)) }, row))
      throw new Error(`the row ${nameOf(row)} of ${table} is not the same there`);
}

/** The columns that a row is known by, in SQLite. */
async function keysOf(source: Untyped, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string; pk: number }>`
    select name, pk from pragma_table_info(${table}) where pk > 0 order by pk
  `.execute(source);
  if (rows.length === 0) throw new Error(`the table ${table} has no key`);
  return rows.map(({ name }) => name);
}
