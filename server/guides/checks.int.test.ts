import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Checks, Exercise } from '../protocol/pack';
import type { CheckResult } from '../testing/checks/check-result';
import { runJavaScript } from '../testing/checks/javascript';
import { runPython } from '../testing/checks/python';
import { type SqlRunner, sqlRunner } from '../testing/checks/sql';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { EXERCISES } from '../testing/shipped-packs';

let postgres: TestPostgres;
let sql: SqlRunner;
beforeAll(async () => {
  postgres = await startPostgres();
  sql = await sqlRunner(await postgres.database());
});
afterAll(async () => {
  await sql.close();
  await postgres.stop();
});

const checked = EXERCISES.flatMap(({ name, item }) =>
  item.checks ? [{ name, item, checks: item.checks }] : [],
);

/** What both sets say of a text; each runs alone, as on a screen. */
function resultsOf({ language }: Exercise, { shown, hidden, data }: Checks, text: string) {
  const sets = [shown, hidden].flatMap((set) => set ?? []);
  switch (language) {
    case 'js':
    case 'ts':
      return runJavaScript(text, sets);
    case 'python':
      return runPython(text, sets);
    case 'sql':
      return sql.run(text, sets, data ?? '');
    default:
      throw new Error(`nothing here runs checks in ${language}`);
  }
}

const failed = (results: CheckResult[]) => results.filter((result) => result.failed !== null);

describe.each(checked)('the checks of $name', ({ item, checks }) => {
  test('do not all pass before anything is mended', async () => {
    expect(failed(await resultsOf(item, checks, item.original))).not.toEqual([]);
  });

  test('all pass with the improved version, each under a name of its own', async () => {
    const results = await resultsOf(item, checks, item.improved ?? '');
    expect(failed(results)).toEqual([]);
    expect(results.length).toBeGreaterThan(2);
    expect(new Set(results.map(({ name }) => name)).size).toBe(results.length);
    expect([checks.shown, checks.hidden]).not.toContain(null);
  });
});

describe('what runs them', () => {
  const results = (passes: boolean[]) => passes.map((pass) => (pass ? null : expect.any(String)));
  const said = (list: CheckResult[]) => list.map((result) => result.failed);

  test('tells a right program from a wrong one, in TypeScript', async () => {
    const checks = `test('a', () => assert.equal(half(4), 2));
      test('b', async () => { await assert.rejects(Promise.reject(new Error('no'))); assert.deepEqual([half(2)], [1]); });
      test('c', () => assert.throws(() => half(NaN)));
      test('d', () => assert(typeof process === 'undefined'));`;
    const right =
      'function half(n: number): number { if (Number.isNaN(n)) throw new Error("n"); return n / 2; }';
    expect(said(await runJavaScript(right, [checks]))).toEqual(results([true, true, true, true]));
    const wrong = 'const half = (n: number) => n;';
    expect(said(await runJavaScript(wrong, [checks]))).toEqual(results([false, false, false, true]));
    expect(said(await runJavaScript('const half: = 1', [checks]))).toEqual(results([false]));
  });

  test('tells a right program from a wrong one, in Python', async () => {
    const checks = 'def test_a():\n    assert half(4) == 2\ndef test_b():\n    assert half(0) == 0\n';
    expect(said(await runPython('def half(n):\n    return n // 2\n', [checks]))).toEqual(
      results([true, true]),
    );
    expect(said(await runPython('def half(n):\n    return n\n', [checks]))).toEqual(results([false, true]));
    expect(said(await runPython('def half(', [checks]))).toEqual(results([false]));
  });

  test('tells a right statement from a wrong one, in SQL', async () => {
    const data = 'create table t (n int); insert into t values (2), (1);';
    const checks = `[
      { "name": "any order", "rows": [[1], [2]] },
      { "name": "this order", "rows": [[1], [2]], "ordered": true },
      { "name": "after", "before": "insert into t values (3)", "then": "select count(*)::int from t", "rows": [[3]] }
    ]`;
    expect(said(await sql.run('select n from t order by n', [checks], data))).toEqual(
      results([true, true, true]),
    );
    expect(said(await sql.run('select n from t', [checks], data))).toEqual(results([true, false, true]));
    expect(said(await sql.run('selec', [checks], data))).toEqual(results([false, false, false]));
  });
});
