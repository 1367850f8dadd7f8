import { readFileSync } from 'node:fs';
import { beforeAll, expect, test, vi } from 'vitest';
import { build } from '../cli/build';
import { openRecord } from '../store/open';
import { startPostgres } from '../testing/postgres';
import { entersAsGuest, server, stopped } from '../testing/served';
import { SOON } from '../testing/soon';
import { tempFolder } from '../testing/temp-folder';

const DAY_MS = 86_400_000;
const AUTH_SECRET = 'a secret of this test, long enough';

beforeAll(async () => {
  expect(await build({ evenIfFresh: false })).toBe(0);
}, 300_000);

/** Settings for a process on a machine whose clock is so many days ahead. */
function ahead(days: number): Record<string, string> {
  const code = `const Real = Date; const by = ${days * DAY_MS};
    globalThis.Date = class extends Real {
      constructor(...args) { super(...(args.length === 0 ? [Real.now() + by] : args)); }
      static now() { return Real.now() + by; }
    };`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}` };
}

const isSignedIn = async (url: string, cookie: string) =>
  (await fetch(`${url}/api/account/sessions`, { headers: { cookie } })).status === 200;

/** A session that ended yesterday, by which a test sees that what is over was deleted. */
async function sessionOfYesterday(place: { databaseUrl: string | null; dataDir: string }) {
  const opened = await openRecord(place);
  if (!opened.ok) throw new Error(opened.problem);
  const { db, record } = opened;
  const [row] = await db.selectFrom('sessions').selectAll().execute();
  if (!row) throw new Error('nobody is signed in');
  await db
    .insertInto('sessions')
    .values({ ...row, id: 'ss_of_yesterday', until: Date.now() - DAY_MS })
    .execute();
  const ids = async () => (await db.selectFrom('sessions').select('id').execute()).map(({ id }) => id);
  return { ids, close: () => record.close() };
}

test('a machine that is 40 days ahead deletes nobody’s session from a shared record, and says that it is wrong', async () => {
  const postgres = await startPostgres();
  const databaseUrl = await postgres.database();
  const settings = () => ({
    DATA_DIR: tempFolder(),
    AUTH_SECRET,
    DATABASE_URL: databaseUrl,
    DRAIN_SECONDS: '0',
  });
  const right = await server(settings());
  const cookie = await entersAsGuest(right.url);
  const record = await sessionOfYesterday({ databaseUrl, dataDir: '/nowhere' });

  const wrong = await server({ ...settings(), ...ahead(40) });
  await vi.waitFor(async () => expect(await record.ids()).toHaveLength(1), SOON);
  expect(await isSignedIn(right.url, cookie)).toBe(true);
  expect(await isSignedIn(wrong.url, cookie)).toBe(true);
  const there = await entersAsGuest(wrong.url);
  expect(await isSignedIn(right.url, there)).toBe(true);
  const numbers = await (await fetch(`${wrong.url}/metrics`)).text();
  const [, seconds] = /^hotseat_machine_clock_skew_seconds (\S+)$/m.exec(numbers) ?? [];
  expect(Number(seconds)).toBeCloseTo((40 * DAY_MS) / 1_000, -1);
  expect(await stopped(right, () => right.program.kill('SIGTERM'))).toBe(0);
  expect(await stopped(wrong, () => wrong.program.kill('SIGTERM'))).toBe(0);
  const said = (await wrong.program.ended).stderr;
  expect(said).toContain('"state":"machine-clock"');
  expect((await right.program.ended).stderr).not.toContain('machine-clock');
  await record.close();
  await postgres.stop();
}, 400_000);

test('on SQLite a machine that starts with a clock far ahead deletes nothing yet', async () => {
  const dataDir = tempFolder();
  const first = await server({ DATA_DIR: dataDir });
  const cookie = await entersAsGuest(first.url);
  expect(await stopped(first, () => first.program.kill('SIGTERM'))).toBe(0);
  const record = await sessionOfYesterday({ databaseUrl: null, dataDir });
  await record.close();

  const wrong = await server({ DATA_DIR: dataDir, ...ahead(40) });
  expect(await stopped(wrong, () => wrong.program.kill('SIGTERM'))).toBe(0);
  expect((await wrong.program.ended).stderr).toContain('"state":"sweep-waits"');

  const right = await server({ DATA_DIR: dataDir });
  expect(await isSignedIn(right.url, cookie)).toBe(true);
  expect(await stopped(right, () => right.program.kill('SIGTERM'))).toBe(0);
  expect((await right.program.ended).stderr).not.toContain('sweep-waits');
  expect(readFileSync(`${dataDir}/auth-secret`, 'utf8')).toHaveLength(65);
}, 400_000);
