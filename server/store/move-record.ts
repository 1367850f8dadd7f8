import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../runtime/tables';
import { TABLE_NAMES } from './expected-tables';

/** Rows that are read, written and compared at once. */
const AT_ONCE = 200;

type Row = Record<string, unknown>;
/** Any table goes the same way. */
type Untyped = Kysely<Record<string, Row>>;

export interface MovedTable {
  table: string;
  rows: number;
}

/**
 * Copies every row of a record that nobody uses into an empty one, and holds each row there against the one it came from, before
 * anything of it is to be seen. Throws, and leaves the other record empty, where a row is not the same.
 */
export async function moveRecord(from: Kysely<Database>, to: Kysely<Database>): Promise<MovedTable[]> {
  const source = from as unknown as Untyped;
  return to.transaction().execute(async (trx) => {
    const target = trx as unknown as Untyped;
    // What the start of an empty record writes by itself.
    for (const table of ['moves', 'marks']) await target.deleteFrom(table).execute();
    const moved: MovedTable[] = [];
    for (const table of TABLE_NAMES) {
      if ((await countOf(target, table)) > 0) throw new Error(`the table ${table} there is not empty`);
      moved.push({ table, rows: await moveTable(source, target, table) });
    }
    return moved;
  });
}

function withoutRowid(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'rowid'));
}

async function moveTable(source: Untyped, target: Untyped, table: string): Promise<number> {
  const keys = await keysOf(source, table);
  let count = 0;
  for (let after: number | null = 0; after !== null; ) {
    const read = await sql<Row & { rowid: number }>`
      select rowid, * from ${sql.table(table)} where rowid > ${after} order by rowid limit ${AT_ONCE}
    `.execute(source);
    after = read.rows.at(-1)?.rowid ?? null;
    const rows = read.rows.map(withoutRowid);
    if (rows.length > 0) {
      await target.insertInto(table).values(rows).execute();
      await compare(target, table, keys, rows);
    }
    count += rows.length;
  }
  const there = await countOf(target, table);
  if (there !== count) throw new Error(`the table ${table} has ${count} rows here and ${there} there`);
  return count;
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

async function countOf(db: Untyped, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
    db,
  );
  return Number(rows[0]?.count ?? 0);
}
