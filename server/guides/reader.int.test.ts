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

/** A worker, `slow` ms late, that does with its first word what a hostile source might make a reader do. */
async function hostile(name: string, slow = 0): Promise<URL> {
  const file = join(folder, `${name}.mjs`);
  const text = `import { parentPort } from 'node:worker_threads';
    const slow = ${slow};
    if (slow) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, slow);
    parentPort.on('message', ({ job, source }) => {
      parentPort.postMessage({ job, reading: null });
      if (source.startsWith('spin')) for (;;);
      if (source.startsWith('grow')) { const all = []; for (;;) all.push(new Array(100000).fill(source)); }
      if (source.startsWith('throw')) throw new Error('a bug');
      if (source.startsWith('leave')) process.exit(3);
      parentPort.postMessage({ job, reading: { ok: false, title: source, problems: [] } });
    });`;
  await writeFile(file, text);
  return pathToFileURL(file);
}

const GUIDE = '# Mine\n\n## Delivery\n\n**Q1: How do you deploy?**\n- Often.\n';

test('a guide is read in the worker, with the line of everything', async () => {
  const reading = await readerWith().read(GUIDE, 'ada');
  expect(reading).toMatchObject({
    ok: true,
    title: 'Mine',
    counts: { groups: 1, questions: 1, keyPoints: 1 },
    preview: { groups: [{ line: 3, title: 'Delivery', items: [{ line: 5, points: [{ line: 6 }] }] }] },
  });
});

test('a guide with problems is shown as far as it was understood', async () => {
  const reading = await readerWith().read(`${GUIDE}\n**Q2: And why?**\n`, 'ada');
  expect(reading).toMatchObject({
    ok: false,
    pack: null,
    problems: [{ line: 8, code: 'question-without-points' }],
    preview: { groups: [{ items: [{ title: 'How do you deploy?' }] }] },
  });
});

test.each(['spin', 'grow', 'throw', 'leave'])(
  'a source that makes the reader %s is a problem of that source, and the next one is read',
  async (what) => {
    const reader = readerWith({ file: await hostile(what), timeoutMs: 1_500, memoryMb: 24 });
    const [bad, good] = await Promise.all([reader.read(what, 'eve'), reader.read('good', 'ada')]);
    expect(bad?.problems).toMatchObject([{ line: 1, code: 'too-complex' }]);
    expect(good?.title).toBe('good');
  },
);

test('a source that was given up is read on another day, and one that was read is not read again', async () => {
  const file = join(folder, 'moody.mjs');
  const count = `import { appendFileSync, readFileSync } from 'node:fs';
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ job, source }) => {
      parentPort.postMessage({ job, reading: null });
      appendFileSync(import.meta.filename + '.times', '.');
      const times = readFileSync(import.meta.filename + '.times').length;
      if (times === 1) throw new Error('not today');
      parentPort.postMessage({ job, reading: { ok: false, title: String(times), problems: [] } });
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

test('the time that a worker takes to come does not count against a source, nor does that of the one before', async () => {
  const reader = readerWith({ file: await hostile('late', 900), timeoutMs: 300 });
  const [bad, good] = await Promise.all([reader.read('spin', 'eve'), reader.read('good', 'ada')]);
  expect(bad?.problems).toMatchObject([{ code: 'too-complex' }]);
  expect(good?.title).toBe('good');
});

test('one person has a few readings waiting at a time, and everybody else still gets theirs', async () => {
  const reader = readerWith({ file: await hostile('queue'), timeoutMs: 300 });
  const eves = Array.from({ length: 8 }, (_, n) => reader.read(`spin ${n}`, 'eve'));
  const ada = reader.read('good', 'ada');
  const refused = (await Promise.all(eves)).filter((reading) => reading === null);
  expect(refused.length).toBe(4);
  expect((await ada)?.title).toBe('good');
});
