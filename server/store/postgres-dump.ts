import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Client } from 'pg';

const MISSING = 'Install the client programs of PostgreSQL (Debian: apt-get install postgresql-client).';

/** Dumps a database, as it is at one moment, with PostgreSQL's own program. What went wrong, or null. */
export async function dumpPostgres(databaseUrl: string, file: string): Promise<string | null> {
  const alike = ['--no-owner', '--no-privileges'];
  const { url, password } = withoutPassword(databaseUrl);
  const dumped = await runs('pg_dump', ['--format=custom', ...alike, `--file=${file}`, url], password);
  return dumped ?? runs('pg_restore', ['--list', file], '');
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
