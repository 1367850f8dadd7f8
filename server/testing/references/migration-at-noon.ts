import type { Pool, PoolClient } from 'pg';
import type { Scenario } from './scenario';

const TABLES = `
  DROP SCHEMA public CASCADE; CREATE SCHEMA public;
  CREATE TABLE currencies (code text PRIMARY KEY);
  CREATE TABLE entities (id bigint PRIMARY KEY, currency text NOT NULL);
  CREATE TABLE payslips (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, company_id bigint, entity_id bigint,
    issued_on date, net bigint NOT NULL);
  INSERT INTO currencies VALUES ('EUR'), ('JPY');
  INSERT INTO entities VALUES (1, 'EUR'), (2, 'JPY');
  INSERT INTO payslips (company_id, entity_id, issued_on, net)
    SELECT n % 7, 1 + n % 2, '2026-05-28', n FROM generate_series(1, 5000) n`;

const OLD_CODE = `INSERT INTO payslips (company_id, entity_id, issued_on, net) VALUES (1, 2, '2026-06-28', 7)`;
const NEW_CODE = `INSERT INTO payslips (company_id, entity_id, issued_on, net, net_minor, currency)
  VALUES (1, 2, '2026-06-28', 8, 8, 'JPY')`;

/** The statements of a script, without comments. */
function statementsOf(text: string): string[] {
  const code = text.replaceAll(/--.*$/gm, '');
  return code
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

export const migrationAtNoon: Scenario = async ({ text, pool }, check) => {
  await pool.query(TABLES);
  const writer = await pool.connect();
  const migration = await pool.connect();
  const failures: string[] = [];
  /** The longest time that readers were locked out of the table, in statements of one transaction. */
  let locked = 0;
  let batches = 0;
  try {
    for (const statement of statementsOf(text)) {
      if (statement.includes('$1')) batches += await backfill(migration, statement);
      else await migration.query(statement);
      locked += await isLocked(pool);
      // Code that writes meanwhile: first the old one, and the new one once its columns exist.
      const columns = await columnsOf(pool);
      const code = columns.includes('net_minor') && columns.includes('currency') ? NEW_CODE : OLD_CODE;
      if (columns.includes('net')) {
        await writer.query(`SET lock_timeout = '200ms'`);
        await writer.query(code).catch((error: unknown) => failures.push(`${statement}: ${String(error)}`));
      }
    }
  } finally {
    writer.release();
    migration.release(true);
  }
  const one = async (sql: string): Promise<unknown> =>
    (await pool.query({ text: sql, rowMode: 'array' })).rows[0]?.[0];

  await check('people can write all the time', () => failures.length === 0);
  await check('no lock on the table outlives its statement', () => locked === 0);
  await check('the backfill uses short transactions', () => batches > 2);
  await check(
    'each payslip has the currency of its entity',
    async () =>
      (await one(`SELECT count(*)::int FROM payslips p JOIN entities e ON e.id = p.entity_id
      WHERE p.currency IS DISTINCT FROM e.currency`)) === 0,
  );
  await check(
    'amounts are unchanged',
    async () =>
      (await one('SELECT sum(net_minor)::int FROM payslips WHERE id <= 5000')) === (5000 * 5001) / 2,
  );
  await check(
    'both columns are mandatory, the currency is a known one, and the old column is gone',
    async () => {
      const mandatory = await one(`SELECT count(*)::int FROM information_schema.columns
      WHERE table_name = 'payslips' AND column_name IN ('currency', 'net_minor') AND is_nullable = 'NO'`);
      const keys = await one(`SELECT count(*)::int FROM pg_constraint WHERE conrelid = 'payslips'::regclass
      AND contype = 'f' AND convalidated`);
      return mandatory === 2 && keys === 1 && !(await columnsOf(pool)).includes('net');
    },
  );
  await check(
    'the index is valid',
    async () =>
      (await one(
        `SELECT indisvalid FROM pg_index WHERE indexrelid = 'payslips_company_issued'::regclass`,
      )) === true,
  );
};

async function backfill(client: PoolClient, statement: string): Promise<number> {
  let batches = 0;
  for (let last: string | null = '0'; last !== null; batches += 1)
    last = (await client.query<{ last: string | null }>(statement, [last])).rows[0]?.last ?? null;
  return batches;
}

async function isLocked(pool: Pool): Promise<number> {
  const sql = `SELECT count(*)::int AS n FROM pg_locks WHERE relation = to_regclass('payslips')
    AND mode = 'AccessExclusiveLock'`;
  return (await pool.query<{ n: number }>(sql)).rows[0]?.n ?? 0;
}

async function columnsOf(pool: Pool): Promise<string[]> {
  const sql = `SELECT attname FROM pg_attribute WHERE attrelid = to_regclass('payslips') AND attnum > 0 AND NOT attisdropped`;
  // Works also while the table is locked, since the catalogue is not.
  return (await pool.query<{ attname: string }>(sql)).rows.map(({ attname }) => attname);
}
