import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { bundledPackWorker } from '../testing/pack-worker';
import { openReader, type PackReader, type ReaderInput } from './reader';

const open: PackReader[] = [];
const { file: worker, folder } = await bundledPackWorker();

afterEach(async () => {
  for (const reader of open.splice(0)) await reader.close();
});

function readerWith(input: Partial<ReaderInput> = {}): PackReader {
  const reader = openReader({ file: worker, ...input });
  open.push(reader);
  return reader;
}

/** A worker, `slow` ms late, that follows a task's first word: it does what a hostile source might make a reader do. */
async function hostile(name: string, slow = 0): Promise<URL> {
  const file = join(folder, `${name}.mjs`);
  const text = `import { parentPort } from 'node:worker_threads';
    const slow = ${slow};
    if (slow) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, slow);
    parentPort.on('message', ({ job, task: { source } }) => {
      parentPort.postMessage({ job, begins: true });
      if (source.startsWith('spin')) for (;;);
      if (source.startsWith('grow')) { const all = []; for (;;) all.push(new Array(100000).fill(source)); }
      if (source.startsWith('throw')) throw new Error('a bug');
      if (source.startsWith('leave')) process.exit(3);
      const reading = { ok: false, title: source, problems: [] };
      parentPort.postMessage({ job, begins: false, result: { reading, conversion: null, tidy: null } });
    });`;
  await writeFile(file, text);
  return pathToFileURL(file);
}

const GUIDE = '# Mine\n\n## Delivery\n\n**Q1: How do you deploy?**\n- Often.\n';

test('a guide is read in the worker, with the line of every part', async () => {
  const reading = await readerWith().read(GUIDE, 'ada');
  expect(reading).toMatchObject({
    ok: true,
    title: 'Mine',
    counts: { groups: 1, questions: 1, keyPoints: 1 },
    preview: { groups: [{ line: 3, title: 'Delivery', items: [{ line: 5, points: [{ line: 6 }] }] }] },
  });
});

test('a guide with doubts is read with its warnings', async () => {
  const reading = await readerWith().read(`${GUIDE}\n**Q2: How do you deploy?**\n- Small.\n`, 'ada');
  expect(reading).toMatchObject({
    ok: true,
    warnings: [{ line: 8, code: 'duplicate-question' }],
    coverage: { leftOut: 0, notes: 0 },
    preview: { groups: [{ items: [{ title: 'How do you deploy?' }, { title: 'How do you deploy?' }] }] },
  });
});

test.each(['spin', 'grow', 'throw', 'leave'])(
  'a source that makes the reader %s is reported as a problem, and the next one is read',
  async (what) => {
    const reader = readerWith({ file: await hostile(what), timeoutMs: 1_500, memoryMb: 24 });
    const [bad, good] = await Promise.all([reader.read(what, 'eve'), reader.read('good', 'ada')]);
    expect(bad?.problems).toMatchObject([{ line: 1, code: 'too-complex' }]);
    expect(good?.title).toBe('good');
  },
);

test('a source that was given up may be read another time, and one that was read is not read again', async () => {
  const file = join(folder, 'moody.mjs');
  const count = `import { appendFileSync, readFileSync } from 'node:fs';
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ job, task: { source } }) => {
      parentPort.postMessage({ job, begins: true });
      appendFileSync(import.meta.filename + '.times', '.');
      const times = readFileSync(import.meta.filename + '.times').length;
      if (times === 1) throw new Error('not today');
      const reading = { ok: false, title: String(times), problems: [] };
      parentPort.postMessage({ job, begins: false, result: { reading, conversion: null, tidy: null } });
    });`;
  await writeFile(file, count);
  const reader = readerWith({ file: pathToFileURL(file) });
  expect((await reader.read('a guide', 'ada'))?.problems).toMatchObject([{ code: 'too-complex' }]);
  expect((await reader.read('a guide', 'ada'))?.title).toBe('2');
  expect((await reader.read('a guide', 'grace'))?.title).toBe('2');
});

test('a megabyte of spaces within key points is read as if they were few', async () => {
  const questions = Array.from({ length: 138 }, (_, n) => `**Q${n}: Why ${n}?**\n- a${' '.repeat(7_500)}b\n`);
  const reading = await readerWith().read(`# Mine\n\n## Delivery\n\n${questions.join('\n')}`, 'eve');
  expect(reading).toMatchObject({ ok: true, counts: { questions: 138, keyPoints: 138 } });
});

test('neither the time that a worker takes to start nor the previous source’s time counts against a source', async () => {
  const reader = readerWith({ file: await hostile('late', 900), timeoutMs: 300 });
  const [bad, good] = await Promise.all([reader.read('spin', 'eve'), reader.read('good', 'ada')]);
  expect(bad?.problems).toMatchObject([{ code: 'too-complex' }]);
  expect(good?.title).toBe('good');
});

test('one person may have a few readings waiting, and everybody else still gets theirs', async () => {
  const reader = readerWith({ file: await hostile('queue'), timeoutMs: 300 });
  const eves = Array.from({ length: 8 }, (_, n) => reader.read(`spin ${n}`, 'eve'));
  const ada = reader.read('good', 'ada');
  const rejected = (await Promise.all(eves)).filter((reading) => reading === null);
  expect(rejected.length).toBe(4);
  expect((await ada)?.title).toBe('good');
});

test('jobs of a person who left are dropped, and nobody waits for them', async () => {
  const reader = readerWith({ file: await hostile('left'), timeoutMs: 400 });
  const leaving = new AbortController();
  const first = reader.read('spin', 'mallory');
  const eves = ['spin 1', 'spin 2', 'spin 3'].map((source) =>
    reader.read(source, 'eve', { signal: leaving.signal }),
  );
  const ada = reader.read('good', 'ada');
  leaving.abort();
  expect(await Promise.all(eves)).toEqual([null, null, null]);
  expect((await ada)?.title).toBe('good');
  expect((await first)?.problems).toMatchObject([{ code: 'too-complex' }]);
});

test('people take turns: a person with many waiting readings does not delay another’s first', async () => {
  const reader = readerWith({ file: await hostile('turns'), timeoutMs: 200 });
  const order: string[] = [];
  const read = async (source: string, who: string) => {
    await reader.read(source, who);
    order.push(source);
  };
  await Promise.all([
    read('spin 0', 'eve'),
    read('spin 1', 'eve'),
    read('spin 2', 'eve'),
    read('good', 'ada'),
  ]);
  expect(order.indexOf('good')).toBe(1);
});

test('a stranger gets two seconds of work', async () => {
  const reader = readerWith({ file: await hostile('stranger'), timeoutMs: 60_000 });
  const reading = await reader.read('spin', '203.0.113.7', { stranger: true });
  expect(reading?.problems).toMatchObject([{ code: 'too-complex' }]);
});

test('the same worker converts files and pasted text, and tidies guides', async () => {
  const reader = readerWith();
  const bytes = new TextEncoder().encode('Question,Answer\nHow do you moor?,Well\n');
  expect(await reader.convert({ file: { name: 'harbour-crew.csv', bytes } }, 'ada')).toMatchObject({
    ok: true,
    markdown: '# Harbour crew\n\n## Questions\n\n**Q: How do you moor?**\n\n**Answer:** Well\n',
    table: { columns: ['question', 'answer'] },
  });
  const paste = { html: '<h2>Deck</h2><p><b>How do you moor?</b></p>', text: 'x' };
  expect(await reader.convert({ paste }, 'ada')).toMatchObject({
    ok: true,
    markdown: '## Deck\n\n**How do you moor?**\n',
  });
  expect((await reader.tidy(GUIDE, 'ada'))?.markdown).toContain('**Q: How do you deploy?**');
  expect(await reader.tidy('nothing', 'ada')).toEqual({ markdown: null });
});

test('a Markdown file stays the same, byte for byte', async () => {
  const text = `\uFEFF${GUIDE.replaceAll('\n', '\r\n')}`;
  const file = { name: 'guide.md', bytes: new TextEncoder().encode(text) };
  expect(await readerWith().convert({ file }, 'ada')).toEqual({
    ok: true,
    markdown: text,
    notes: [],
    table: null,
  });
});

test('four hostile guides of 1 MB do not keep other people’s small ones waiting', async () => {
  const reader = readerWith();
  // Endless emphasis, in as many headings as the caps allow: the worst case found.
  const worst = (n: number) => `# ${n}\n\n${`## b\n\n${'*a_ '.repeat(1_900)}\n\n`.repeat(130)}`;
  await reader.read(GUIDE, 'warm');
  const hostiles = [1, 2, 3, 4].map((n) => reader.read(worst(n), `203.0.113.${n}`, { stranger: true }));
  const waits: number[] = [];
  for (let n = 0; n < 8; n += 1) {
    const start = performance.now();
    expect((await reader.read(`${GUIDE}${n}`, 'ada'))?.ok).toBe(true);
    waits.push(performance.now() - start);
  }
  await Promise.all(hostiles);
  const p95 = [...waits].sort((a, b) => a - b).at(-1) ?? 0;
  process.stdout.write(`beside four hostile guides, p95 of a small one: ${Math.round(p95)} ms\n`);
  // Less than a stranger's two seconds, even when every core is busy.
  expect(p95).toBeLessThan(2_000);
});
