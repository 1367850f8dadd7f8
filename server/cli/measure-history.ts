import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_FILTER } from '../protocol/words';
import { createReview } from '../review/review';
import { createSigner } from '../review/signing';
import { openRecord } from '../store/open';
import { lena } from '../testing/interview-script';
import { manyRounds } from '../testing/many-rounds';
import { principalIn } from '../testing/played-rooms';

const ROUNDS = 2_000;
const TIMES = 20;

/** `npm run measure:history`: what a page of a history of 2,000 scorecards takes on the server, in ms, as JSON: until it is there, and of the
 * processor's time alone, which other programs disturb least. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hotseat-history-'));
  const opened = await openRecord({ databaseUrl: null, dataDir });
  if (!opened.ok) throw new Error(opened.problem);
  const { db, record } = opened;
  try {
    await manyRounds(db, ROUNDS);
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
    const parts: Record<string, () => Promise<unknown>> = {
      page: () => review.history(me, page),
      words: () => review.history(me, { ...page, words: 'migration rollback' }),
      person: () => review.history(me, { ...page, person: 'marcus' }),
      choices: () => review.choices(me),
      trends: () => review.trends(me, NO_FILTER),
      // All queries of the history page at once.
      whole: () => Promise.all([review.history(me, page), review.choices(me), review.trends(me, NO_FILTER)]),
      questions: () => review.questions(me),
      aboutMe: () => review.aboutMe(me),
    };
    const medianMs: Record<string, number> = {};
    const processorMs: Record<string, number> = {};
    for (const [name, read] of Object.entries(parts)) {
      const took = await median(read);
      medianMs[name] = took.ms;
      processorMs[name] = took.processorMs;
    }
    process.stdout.write(`${JSON.stringify({ rounds: ROUNDS, medianMs, processorMs })}\n`);
  } finally {
    await record.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Once to warm the record, then the median of the others. */
async function median(read: () => Promise<unknown>): Promise<{ ms: number; processorMs: number }> {
  await read();
  const times: number[] = [];
  const ofProcessor: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const start = performance.now();
    const before = process.cpuUsage();
    await read();
    const { user, system } = process.cpuUsage(before);
    times.push(performance.now() - start);
    ofProcessor.push((user + system) / 1_000);
  }
  return { ms: middle(times), processorMs: middle(ofProcessor) };
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 10) / 10;
}

await main();
