import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { measurePage } from '../../e2e/load/history-page';
import { NO_FILTER } from '../protocol/words';
import { createReview } from '../review/review';
import { createSigner } from '../review/signing';
import type { Database } from '../runtime/tables';
import { openRecord } from '../store/open';
import { lena, principalOf } from '../testing/interview-script';
import { manyRounds } from '../testing/many-rounds';
import { principalIn } from '../testing/played-rooms';

const ROUNDS = 2_000;
const TIMES = 20;

/**
 * `npm run measure:history`, after a build: what a history of 2,000 scorecards takes on the server, in ms, as JSON: until
 * it is there, and of the processor's time alone, which other programs disturb least. Each part of it is read apart, and
 * the page is opened as a browser opens it. In SQLite, or in the empty database of DATABASE_URL.
 */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hotseat-history-'));
  const place = { databaseUrl: process.env.DATABASE_URL ?? null, dataDir };
  const medianMs: Record<string, number> = {};
  const processorMs: Record<string, number> = {};
  const note = (name: string, times: readonly { ms: number; processorMs: number }[]) => {
    medianMs[name] = middle(times.map(({ ms }) => ms));
    processorMs[name] = middle(times.map((time) => time.processorMs));
  };
  try {
    const page = await measurePage(place, '/history', TIMES, async () => {
      const opened = await openRecord(place);
      if (!opened.ok) throw new Error(opened.problem);
      const { db, record } = opened;
      await manyRounds(db, ROUNDS);
      await forTheGuest(db);
      for (const [name, read] of Object.entries(partsOf(db))) note(name, await timesOf(read));
      await record.close();
    });
    note('overHttp', page);
    process.stdout.write(
      `${JSON.stringify({ rounds: ROUNDS, record: place.databaseUrl ? 'PostgreSQL' : 'SQLite', medianMs, processorMs })}\n`,
    );
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
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
