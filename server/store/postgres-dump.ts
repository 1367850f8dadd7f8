import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Client } from 'pg';
import { SECRET_MARK } from './secret-mark';

const MISSING = 'Install the client programs of PostgreSQL (Debian: apt-get install postgresql-client).';

/** Dumps a database, as it is at one moment, with PostgreSQL's own program. What went wrong, or null. */
export async function dumpPostgres(databaseUrl: string, file: string): Promise<string | null> {
  const alike = ['--no-owner', '--no-privileges'];
  const { url, password } = withoutPassword(databaseUrl);
  const dumped = await runs('pg_dump', ['--format=custom', ...alike, `--file=${file}`, url], password);
  return dumped ?? runs('pg_restore', ['--list', file], '');
}

/** The mark of the secret with which a database was last used; null if there is none. */
export async function markInPostgres(databaseUrl: string): Promise<string | null> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const table = await client.query("select to_regclass('marks') is not null as there");
    if (!table.rows[0]?.there) return null;
    const found = await client.query('select value from marks where name = $1', [SECRET_MARK]);
    return found.rows[0]?.value ?? null;
  } finally {
    await client.end();
  }
}

/** Puts a dump into a database without tables: all of it, or nothing. What went wrong, or null. */
export async function restorePostgres(databaseUrl: string, file: string): Promise<string | null> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const tables = await client.query(
      'select 1 from information_schema.tables where table_schema = current_schema() limit 1',
    );
    if (tables.rows.length > 0)
      return 'The database of DATABASE_URL has tables already. Name an empty one: nothing is written over.';
  } finally {
    await client.end();
  }
  const whole = ['--no-owner', '--no-privileges', '--single-transaction', '--exit-on-error'];
  const { url, password } = withoutPassword(databaseUrl);
  return runs('pg_restore', [...whole, `--dbname=${url}`, file], password);
}

/** Everybody on a machine can read the arguments of a program, and its environment nobody else. */
function withoutPassword(databaseUrl: string): { url: string; password: string } {
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = '';
  return { url: url.href, password };
}

async function runs(program: string, args: string[], password: string): Promise<string | null> {
  const env = password === '' ? process.env : { ...process.env, PGPASSWORD: password };
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  try {
    const [code]: (number | null)[] = await once(child, 'close');
    if (code === 0) return null;
    return `${program} failed: ${said.trim().replaceAll(/\s+/g, ' ') || `exit code ${code}`}`;
  } catch {
    return `${program} was not found. ${MISSING}`;
  }
}
