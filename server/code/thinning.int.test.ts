import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createCodeRecord } from '../store/code-record';
import { openRecord } from '../store/open';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { seededRandom } from '../testing/seeded-random';
import { writeWhileThinning } from '../testing/thinned-text';
import { tries } from '../testing/tries';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

type Place = Parameters<typeof openRecord>[0];

const PLACES: [string, () => Promise<Place>][] = [
  [
    'SQLite',
    async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'hotseat-thinned-'));
      onTestFinished(() => rm(dataDir, { recursive: true }));
      return { dataDir, databaseUrl: null };
    },
  ],
  ['PostgreSQL', async () => ({ dataDir: '/nowhere', databaseUrl: await postgres.tables() })],
];

test.each(PLACES)(
  'a text that is written and thinned by two processes keeps what it was, in %s',
  async (_name, place) => {
    const { numRuns, seed } = tries(3);
    for (let run = 0; run < numRuns; run += 1) {
      const opened = await openRecord(await place());
      if (!opened.ok) throw new Error(opened.problem);
      onTestFinished(() => opened.record.close());
      const record = createCodeRecord(opened.db);
      const { found, right, thinned, text } = await writeWhileThinning(seededRandom(seed + run), record, 80);
      expect(found).toEqual(right);
      expect(found.at(-1)?.text).toBe(text);
      expect(thinned).toBeGreaterThan(0);
    }
  },
);
