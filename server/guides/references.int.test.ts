import { join } from 'node:path';
import { Pool } from 'pg';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exercise } from '../protocol/pack';
import type { CheckResult } from '../testing/checks/check-result';
import { runRuby } from '../testing/checks/ruby';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { startRedis, type TestRedis } from '../testing/redis';
import { NOT_RUN, RUN } from '../testing/references/references';
import { play, type Scenario } from '../testing/references/scenario';
import { EXERCISES } from '../testing/shipped-packs';

let postgres: TestPostgres;
let database: string;
let pool: Pool;
let redisServer: TestRedis;
let redis: ReturnType<typeof createClient>;
beforeAll(async () => {
  [postgres, redisServer] = await Promise.all([startPostgres(), startRedis()]);
  database = await postgres.database();
  pool = new Pool({ connectionString: database });
  redis = createClient({ url: redisServer.url });
  // The servers end before the last idle connection does.
  pool.on('error', () => undefined);
  redis.on('error', () => undefined);
  await redis.connect();
});
afterAll(async () => {
  redis.destroy();
  await pool.end();
  await Promise.all([postgres.stop(), redisServer.stop()]);
});

test('each exercise has its own checks, is run by a scenario, or is listed with the reason why nothing runs it', () => {
  const ways = EXERCISES.map(({ item }) => ({
    id: item.id,
    ways: [item.checks !== null, item.id in RUN, item.id in NOT_RUN].filter(Boolean).length,
  }));
  expect(ways.filter((exercise) => exercise.ways !== 1)).toEqual([]);
  const ids = new Set(EXERCISES.map(({ item }) => item.id));
  expect([...Object.keys(RUN), ...Object.keys(NOT_RUN)].filter((id) => !ids.has(id))).toEqual([]);
  for (const reason of Object.values(NOT_RUN)) expect(reason.length).toBeGreaterThan(40);
});

const scenarios = Object.entries(RUN).map(([id, scenario]) => {
  const found = EXERCISES.find(({ item }) => item.id === id);
  if (!found) throw new Error(`there is no exercise ${id}`);
  return { id, item: found.item, scenario };
});

/** What each check says of each text, which run one after the other. */
async function resultsOf(
  scenario: Scenario | 'ruby',
  { id }: Exercise,
  texts: string[],
): Promise<CheckResult[][]> {
  if (scenario === 'ruby') {
    const file = join(import.meta.dirname, '../testing/references', `${id}.rb`);
    return runRuby({ texts, scenario: file, database, redis: redisServer.url });
  }
  const results: CheckResult[][] = [];
  for (const text of texts) results.push(await play(scenario, { text, pool, redis, redisServer }));
  return results;
}

describe.each(scenarios)('$id, run', ({ item, scenario }) => {
  test('its improved version passes every check, and its original runs but does not pass', async () => {
    const texts = [item.improved ?? '', item.original];
    const [after = [], before = []] = await resultsOf(scenario, item, texts);
    expect(after.filter(({ failed }) => failed !== null)).toEqual([]);
    expect(after.length).toBeGreaterThan(5);
    expect(before.map(({ name }) => name)).toEqual(after.map(({ name }) => name));
    expect(before.filter(({ failed }) => failed !== null)).not.toEqual([]);
  });
});
