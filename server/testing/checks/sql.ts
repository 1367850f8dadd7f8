import { isDeepStrictEqual } from 'node:util';
import { Client, type QueryArrayResult } from 'pg';
import { z } from 'zod';
import type { CheckResult } from './check-result';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const sqlCheck = z.strictObject({
  name: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  rows: z.array(z.array(cell)),
  ordered: z.boolean(),
});
type SqlCheck = z.infer<typeof sqlCheck>;
const written = z.array(z.record(z.string(), z.unknown()));

/** Packs write `then` for the query after the text; here an object with a `then` would be taken for a promise. */
function toChecks(set: string): SqlCheck[] {
  const list = written.parse(JSON.parse(set));
  return list.map(({ then: after = null, before = null, ordered = false, ...rest }) =>
    sqlCheck.parse({ ...rest, before, after, ordered }),
  );
}

export interface SqlRunner {
  /** Each check begins with an empty schema and its data. */
  run(text: string, sets: string[], data: string): Promise<CheckResult[]>;
  close(): Promise<void>;
}

/** Runs checks of SQL on a database of their own. */
export async function sqlRunner(url: string): Promise<SqlRunner> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const ask = async (sql: string): Promise<unknown[][]> => {
    // Several statements give a list of results, contrary to the types.
    const result: QueryArrayResult | QueryArrayResult[] = await client.query({ text: sql, rowMode: 'array' });
    return (Array.isArray(result) ? result.at(-1) : result)?.rows ?? [];
  };

  async function failureOf(text: string, check: SqlCheck, data: string): Promise<string | null> {
    try {
      await ask(`drop schema public cascade; create schema public; ${data}`);
      if (check.before) await ask(check.before);
      const last = await ask(text);
      const rows = check.after ? await ask(check.after) : last;
      const right = isDeepStrictEqual(inOrder(rows, check), inOrder(check.rows, check));
      return right ? null : `${JSON.stringify(rows)} is not ${JSON.stringify(check.rows)}`;
    } catch (error) {
      return String(error);
    }
  }

  return {
    run: async (text, sets, data) => {
      const results: CheckResult[] = [];
      for (const check of sets.flatMap(toChecks))
        results.push({ name: check.name, failed: await failureOf(text, check, data) });
      return results;
    },
    close: () => client.end(),
  };
}

function inOrder(rows: unknown[][], { ordered }: SqlCheck): string[] {
  const lines = rows.map((row) => JSON.stringify(row));
  return ordered ? lines : lines.sort();
}
