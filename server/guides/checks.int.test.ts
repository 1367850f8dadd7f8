import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Checks, Exercise } from '../protocol/pack';
import type { CheckResult } from '../testing/checks/check-result';
import { type Engines, openEngines } from '../testing/checks/engines';
import { runJavaScript } from '../testing/checks/javascript';
import { EXERCISES } from '../testing/shipped-packs';

let engines: Engines;
beforeAll(async () => {
  engines = await openEngines();
});
afterAll(() => engines.close());

const checked = EXERCISES.flatMap(({ name, item }) =>
  item.checks ? [{ name, item, checks: item.checks }] : [],
);

/** The results of both sets for a text; each runs alone, as on a screen. */
function resultsOf({ language }: Exercise, { shown, hidden, data }: Checks, text: string) {
  const sets = [shown, hidden].flatMap((set) => set ?? []);
  switch (language) {
    case 'js':
    case 'ts':
      return runJavaScript(text, sets);
    case 'python':
      return engines.python(text, sets);
    case 'sql':
      return engines.sql(text, sets, data ?? '');
    default:
      throw new Error(`nothing here runs checks in ${language}`);
  }
}

const failed = (results: CheckResult[]) => results.filter((result) => result.failed !== null);

describe.each(checked)('the checks of $name', ({ item, checks }) => {
  test('do not all pass before anything is fixed', async () => {
    expect(failed(await resultsOf(item, checks, item.original))).not.toEqual([]);
  });

  test('all pass with the improved version, each under a different name', async () => {
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
    const checks = 'def test_a():\n    assert half(4) == 2\ndef test_b():\n    assert half(0) == 0, "none"\n';
    const run = (text: string) => engines.python(text, [checks]);
    expect(await run('def half(n):\n    return n // 2\n')).toEqual([
      { name: 'a', failed: null },
      { name: 'b', failed: null },
    ]);
    // A bare assertion has no message: its code says what was wrong.
    expect(said(await run('def half(n):\n    return n + 1\n'))).toEqual([
      'assert half(4) == 2',
      'AssertionError: none',
    ]);
    expect(said(await run('def half(n):\n    raise ValueError("no")'))).toEqual([
      'ValueError: no (line 2)',
      'ValueError: no (line 2)',
    ]);
    expect(said(await run('def half('))).toEqual([expect.stringMatching(/^SyntaxError: .* \(line 1\)$/)]);
  });

  test('runs a text without checks, as the main module in Python and with its rows in SQL', async () => {
    const main = 'def test_no(): assert False\nif __name__ == "__main__":\n    print("here")\n';
    expect(await engines.printed('python', main)).toEqual({ output: 'here\n', problem: null });
    expect(await engines.printed('python', 'print(1)\nboom()')).toEqual({
      output: '1\n',
      problem: "NameError: name 'boom' is not defined (line 2)",
    });
    const data = 'create table printed (n bigint, tags text[]);';
    const text = `insert into printed values (1, '{a}'), (2, null); select * from printed order by n;
      select n from generate_series(1, 60) as n;`;
    const { output, problem } = await engines.printed('sql', text, data);
    expect(problem).toBeNull();
    expect(output).toMatch(/^2 rows changed\nn \| tags\n1 \| \["a"\]\n2 \| null\nn\n1\n/);
    expect(output).toMatch(/\n50\n… and 10 more rows\n$/);
    expect(await engines.printed('sql', 'select 1; selec')).toEqual({
      output: '',
      problem: expect.stringContaining('selec'),
    });
  });

  test('tells a right statement from a wrong one, in SQL', async () => {
    const data = 'create table t (n bigint); insert into t values (2), (1);';
    const checks = `[
      { "name": "any order", "rows": [["1"], ["2"]] },
      { "name": "this order", "rows": [["1"], ["2"]], "ordered": true },
      { "name": "after", "before": "insert into t values (3)", "then": "select count(*)::int from t", "rows": [[3]] }
    ]`;
    const run = (text: string) => engines.sql(text, [checks], data);
    expect(said(await run('select n from t order by n'))).toEqual(results([true, true, true]));
    expect(said(await run('select n from t'))).toEqual([
      null,
      'got [["2"],["1"]], expected [["1"],["2"]]',
      null,
    ]);
    expect(said(await run('selec'))).toEqual(results([false, false, false]));
  });
});
