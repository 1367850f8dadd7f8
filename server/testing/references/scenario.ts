import type { Pool } from 'pg';
import type { createClient } from 'redis';
import type { CheckResult } from '../checks/check-result';
import type { TestRedis } from '../redis';

/** The real databases for a text; the first is empty. */
export interface Given {
  text: string;
  pool: Pool;
  redis: ReturnType<typeof createClient>;
  /** The Redis server behind `redis`. */
  redisServer: TestRedis;
}

type Held = boolean | Promise<boolean>;
export type Scenario = (
  given: Given,
  check: (name: string, holds: () => Held) => Promise<void>,
) => Promise<void>;

/** Sets a text up and tries it. Returns each check's failure, or null. */
export async function play(scenario: Scenario, given: Given): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  await scenario(given, async (name, holds) => {
    try {
      results.push({ name, failed: (await holds()) ? null : 'it does not hold' });
    } catch (error) {
      results.push({ name, failed: String(error) });
    }
  });
  return results;
}
