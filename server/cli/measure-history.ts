import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { measurePage } from '../../e2e/load/history-page';
import { NO_FILTER } from '../protocol/words';
import { createReview } from '../review/review';
import { createSigner } from '../review/signing';
import type { Database } from '../runtime/tables';
import { openRecord } from '../store/open';
import { lena, principalOf } from '../testing/interview-script';
import { manyRounds } from '../testing/many-rounds';
import { principalIn } from '../testing/played-rooms';
import { startPostgres } from '../testing/postgres';

const ROUNDS = 2_000;
const TIMES = 20;

/** By the name of what is read: how long it took, in ms. */
type Figures = Record<string, number>;

/**
 * `npm run measure:history`, after a build: what a history of 2,000 scorecards takes on the server, in ms, as JSON: until
 * it is there, and of the server's own processor time alone, which other programs disturb least (a PostgreSQL has its own).
 * Each part of it is read apart, and the page is opened as a browser opens it. In SQLite, and in a PostgreSQL that the
 * measurement starts. `load`: how many programs wanted a processor in the minute before and after.
 */
async function main(): Promise<void> {
  const [before] = loadavg();
  const dataDir = mkdtempSync(join(tmpdir(), 'hotseat-history-'));
  const postgres = await startPostgres();
  try {
    const sqlite = await measured({ databaseUrl: null, dataDir });
    const inPostgres = await measured({ databaseUrl: await postgres.database(), dataDir });
    const [after] = loadavg();
    const records = { SQLite: sqlite, PostgreSQL: inPostgres };
    process.stdout.write(`${JSON.stringify({ rounds: ROUNDS, load: { before, after }, records })}\n`);
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measured(place: Parameters<typeof openRecord>[0]) {
  const medianMs: Figures = {};
  const processorMs: Figures = {};
  const note = (name: string, times: readonly { ms: number; processorMs: number }[]) => {
    medianMs[name] = middle(times.map(({ ms }) => ms));
    processorMs[name] = middle(times.map((time) => time.processorMs));
  };
  const page = await measurePage(place, '/history', TIMES, async () => {
    const opened = await openRecord(place);
    if (!opened.ok) throw new Error(opened.problem);
    const { db, record } = opened;
    await manyRounds(db, ROUNDS);
    await forTheGuest(db);
    // PostgreSQL does so itself, a minute after many rows were written.
    if (place.databaseUrl) await sql`analyze`.execute(db);
    for (const [name, read] of Object.entries(partsOf(db))) note(name, await timesOf(read));
    await record.close();
  });
  note('overHttp', page);
  return { medianMs, processorMs };
}

/** The candidate of the rounds becomes the guest who has signed in. */
async function forTheGuest(db: Kysely<Database>): Promise<void> {
  const guest = await db.selectFrom('principals').select('id').executeTakeFirstOrThrow();
  const row = { id: principalOf(lena), name: 'Lena', email: null, image: null, kind: 'guest' as const };
  await db
    .insertInto('principals')
    .values({ ...row, epoch: 0, created_at: Date.now(), merged_into: guest.id })
    .execute();
}

function partsOf(db: Kysely<Database>): Record<string, () => Promise<unknown>> {
  const review = createReview({
    db,
    loadRoom: async () => null,
    lookAt: async () => null,
    loadLog: async () => [],
    code: { text: async () => '', history: async () => [] },
    signer: createSigner('a secret of this measurement', 'http://localhost'),
    keysOf: async () => null,
    mayImport: async () => true,
    mayExport: async () => true,
    mayReplay: async () => true,
    now: Date.now,
  });
  const me = principalIn(lena);
  const page = { ...NO_FILTER, cursor: null, size: 20 };
  const parts = {
    page: () => review.history(me, page),
    words: () => review.history(me, { ...page, words: 'migration rollback' }),
    person: () => review.history(me, { ...page, person: 'marcus' }),
    choices: () => review.choices(me),
    trends: () => review.trends(me, NO_FILTER),
    practice: () => review.trends(me, { ...NO_FILTER, format: 'alone' }),
    files: () => review.kept.list(me, null, 1),
  };
  return {
    ...parts,
    // What the history page of somebody asks at once who has practised alone, too.
    whole: () =>
      Promise.all([parts.page(), parts.choices(), parts.trends(), parts.practice(), parts.files()]),
    questions: () => review.questions(me),
    aboutMe: () => review.aboutMe(me),
  };
}

/** Once to warm the record, then so many times. */
async function timesOf(read: () => Promise<unknown>) {
  await read();
  const times: { ms: number; processorMs: number }[] = [];
  while (times.length < TIMES) {
    const start = performance.now();
    const before = process.cpuUsage();
    await read();
    const { user, system } = process.cpuUsage(before);
    times.push({ ms: performance.now() - start, processorMs: (user + system) / 1_000 });
  }
  return times;
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 10) / 10;
}

await main();
