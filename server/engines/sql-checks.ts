import type { PGlite } from '@electric-sql/pglite';
import { z } from 'zod';
import type { Program, Tell } from './told';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** An optional query before the text, one after it, and the rows that the last of them gives. */
const sqlCheck = z.strictObject({
  name: z.string(),
  before: z.string().nullish(),
  after: z.string().nullish(),
  rows: z.array(z.array(cell)),
  ordered: z.boolean().default(false),
});
type SqlCheck = z.infer<typeof sqlCheck>;
const written = z.array(z.record(z.string(), z.unknown()));

/** A pack writes `then` for what is asked after the text; here an object with a `then` would be taken for a promise. */
function toChecks(set: string): SqlCheck[] {
  return written
    .parse(JSON.parse(set))
    .map(({ then: after, ...rest }) => sqlCheck.parse({ ...rest, ...(after !== undefined && { after }) }));
}

/** Of results, as PostgreSQL writes them: a large number is text, so that it is exact. */
export const PARSERS = { 20: String, 1700: String };

type Database = Pick<PGlite, 'exec'>;

/** Each check begins with an empty schema and the data, and so does a run without checks. */
export async function runSqlChecks(db: Database, { text, checks, data }: Program, tell: Tell): Promise<void> {
  if (checks === null) return runAlone(db, text, data ?? '', tell);
  for (const check of toChecks(checks)) {
    const message = await failureOf(db, text, check, data ?? '');
    tell({ kind: 'result', name: check.name, ok: message === '', message });
  }
}

/**
 * Undoes what the check before may have left: a transaction that is open or broken, settings, prepared statements, and schemas.
 * (`discard all` may not be in a transaction, as several statements of one `exec` are.)
 */
const LEFT = ['rollback', 'discard all', 'reset role'];
const AS_NEW = `
  do $$ declare left_over text; begin
    for left_over in select nspname from pg_namespace
      where nspname not like 'pg\\_%' and nspname <> 'information_schema'
    loop execute format('drop schema %I cascade', left_over); end loop;
  end $$;
  create schema public;
`;

/** Empty where the rows are right. */
async function failureOf(db: Database, text: string, check: SqlCheck, data: string): Promise<string> {
  try {
    for (const statement of LEFT) await db.exec(statement);
    await db.exec(AS_NEW);
    await db.exec(data);
    if (check.before) await db.exec(check.before);
    const last = await rowsOf(db, text);
    const rows = check.after ? await rowsOf(db, check.after) : last;
    const right = inOrder(rows, check) === inOrder(check.rows, check);
    return right ? '' : `got ${JSON.stringify(rows)}, expected ${JSON.stringify(check.rows)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The most rows of a result that are printed. */
const PRINTED = 50;

/** Prints the rows that each statement gives. */
async function runAlone(db: Database, text: string, data: string, tell: Tell): Promise<void> {
  try {
    await db.exec(data);
    for (const { fields, rows, affectedRows } of await db.exec(text, { rowMode: 'array' })) {
      const lines = z.array(z.array(z.unknown())).parse(rows).map(inCells);
      const more = lines.length > PRINTED ? [`… and ${lines.length - PRINTED} more rows`] : [];
      const said =
        fields.length === 0
          ? [`${affectedRows ?? 0} rows changed`]
          : [fields.map(({ name }) => name).join(' | '), ...lines.slice(0, PRINTED), ...more];
      tell({ kind: 'output', text: `${said.join('\n')}\n` });
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    tell({ kind: 'result', name: 'The whole program', ok: false, message });
  }
}

function inCells(row: readonly unknown[]): string {
  return row.map((cell) => (typeof cell === 'string' ? cell : JSON.stringify(cell))).join(' | ');
}

async function rowsOf(db: Database, sql: string): Promise<unknown[][]> {
  const results = await db.exec(sql, { rowMode: 'array' });
  return z.array(z.array(z.unknown())).parse(results.at(-1)?.rows ?? []);
}

function inOrder(rows: readonly unknown[][], { ordered }: SqlCheck): string {
  const lines = rows.map((row) => JSON.stringify(row));
  return (ordered ? lines : lines.sort()).join('\n');
}
