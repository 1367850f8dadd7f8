import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { describe, expect, test } from 'vitest';
import { CODE_LIMITS } from '../protocol/words';
import { SANDBOX_HEADERS, SANDBOX_PAGE } from './code-sandbox';

interface Said {
  kind: string;
  name?: string;
  ok?: boolean;
  message?: string;
  text?: string;
  problem?: string;
}

/** The worker's own source from the page, run in a context with nothing but messages. */
async function runs(program: string): Promise<Said[]> {
  const source: string = JSON.parse(/const worker = (".*");/.exec(SANDBOX_PAGE)?.[1] ?? '""');
  const said: Said[] = [];
  const self: { postMessage(message: Said): void; onmessage?: (event: unknown) => Promise<void> } = {
    postMessage: (message) => void said.push(message),
  };
  vm.runInNewContext(source, { self, setTimeout, clearTimeout, setInterval, clearInterval });
  await self.onmessage?.({ data: { program } });
  return said;
}

describe('a program without checks', () => {
  const printed = async (program: string) => (await runs(program)).map(({ kind, text }) => text ?? kind);

  test('ends when none of its timers is left, and what waits for them has gone on', async () => {
    const program = `
      const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      (async () => { await null; await sleep(5); console.log('a'); await sleep(5); console.log('b'); })();
      let count = 0;
      const every = setInterval(() => { count += 1; if (count === 2) clearInterval(every); }, 1);
      clearTimeout(setTimeout(() => console.log('never'), 60_000));
      setTimeout((word) => console.log(word), 1, 'given');
      console.log('first');`;
    expect(await printed(program)).toEqual(['first\n', 'given\n', 'a\n', 'b\n', 'end']);
    expect(await printed('console.log(1)')).toEqual(['1\n', 'end']);
  });
});

describe('checks', () => {
  test('see the names of the code, wait for promises, and tell each result', async () => {
    const code = 'const total = (items) => items.reduce((sum, item) => sum + item, 0);';
    const checks = `
      test('adds', () => assert.equal(total([1, 2]), 3));
      test('adds nothing', () => assert.equal(total([]), 1));
      test('waits', async () => assert.deepEqual(await Promise.resolve({ a: [1] }), { a: [1] }));
      test('throws', () => assert.throws(() => total(null)));
      test('rejects', () => assert.rejects(Promise.reject(new Error('no'))));
    `;
    expect((await runs(`${code}\n;\n${checks}`)).map(({ name, ok, message }) => [name, ok, message])).toEqual(
      [
        ['adds', true, ''],
        ['adds nothing', false, 'got 0, expected 1'],
        ['waits', true, ''],
        ['throws', true, ''],
        ['rejects', true, ''],
        [undefined, undefined, undefined],
      ],
    );
  });

  test('compare what is inside, whatever it is', async () => {
    const checks = `
      const a = {};
      const circle = () => { const one = { me: null }; one.me = one; return one; };
      test('errors', () => assert.deepEqual(new Error('no'), new Error('yes')));
      test('patterns', () => assert.deepEqual(/a/, /b/));
      test('sets', () => assert.deepEqual(new Set([1, { x: 1 }]), new Set([{ x: 1 }, 1])));
      test('maps', () => assert.deepEqual(new Map([['k', [1]], ['l', [2]]]), new Map([['l', [2]], ['k', [1]]])));
      test('pairs', () => assert.deepEqual(new Set([[a, 1], [a, 2]]), new Set([[{ y: 1 }, 2], [{ y: 1 }, 1]])));
      test('circles', () => assert.deepEqual(circle(), circle()));
    `;
    const told = (await runs(checks)).flatMap(({ name, ok }) => (name ? [[name, ok]] : []));
    expect(told).toEqual([
      ['errors', false],
      ['patterns', false],
      ['sets', true],
      ['maps', true],
      ['pairs', false],
      ['circles', true],
    ]);
  });

  test('of a program with a syntax error end with the error, and report its output', async () => {
    expect(await runs('const = 1')).toMatchObject([
      { kind: 'end', problem: expect.stringContaining('SyntaxError') },
    ]);
    expect(await runs('console.log("a", { b: 1 });')).toEqual([
      { kind: 'output', text: 'a {"b":1}\n' },
      { kind: 'end' },
    ]);
  });

  test('that print or fail without end say no more than is taken of them', async () => {
    const printed = await runs('for (let no = 0; no < 100000; no += 1) console.log("tide ".repeat(50));');
    const output = printed.flatMap(({ kind, text = '' }) => (kind === 'output' ? [text] : []));
    expect(output.join('')).toHaveLength(CODE_LIMITS.checkOutput);
    expect(output.length).toBeLessThan(20);
    const failed = await runs(
      'for (let no = 0; no < 500; no += 1) test("n".repeat(9000), () => assert(false, "m".repeat(9000)));',
    );
    const results = failed.filter(({ kind }) => kind === 'result');
    expect(results).toHaveLength(CODE_LIMITS.checks);
    expect(results.every(({ name, message }) => name?.length === 200 && message?.length === 400)).toBe(true);
    const [broken] = await runs('throw new Error("m".repeat(9000))');
    expect(broken?.problem).toHaveLength(400);
  });

  test('have no origin and no network, as the page’s own frame also demands', () => {
    const policy = SANDBOX_HEADERS['content-security-policy'];
    for (const part of ["default-src 'none'", "connect-src 'none'", 'sandbox allow-scripts'])
      expect(policy).toContain(part);
    expect(policy).not.toContain('allow-same-origin');
    const runner = readFileSync(join(import.meta.dirname, '../../app/room/code/checks/sandbox.ts'), 'utf8');
    expect(runner).toContain("setAttribute('sandbox', 'allow-scripts')");
  });
});
