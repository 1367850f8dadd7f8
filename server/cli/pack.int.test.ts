import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { bundled } from '../testing/bundled';

const root = resolve(import.meta.dirname, '../..');
const fixture = (name: string) => join(root, 'server/guides/fixtures', name);

const program = await bundled('server/cli/pack.ts');
const pack = (...words: string[]) => run(program, ...words);

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('a good guide is counted, as JSON, by the program as people run it', () => {
  const sources = ['--import', 'tsx', 'server/cli/pack.ts'];
  const { status, stdout } = run(...sources, 'check', fixture('plain-guide.md'), '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    ok: true,
    title: expect.stringContaining('Lighthouse'),
    groups: 9,
    questions: 10,
    keyPoints: 30,
    contexts: 30,
    exercises: 2,
    tips: 3,
    answers: 0,
    tally: {
      levels: { none: 12 },
      kinds: { 'other questions': 10, exercises: 2 },
      competencies: expect.objectContaining({ 'Deep Water': { questions: 2, exercises: 0 } }),
    },
    problems: [],
    warnings: [],
    coverage: {
      lines: expect.any(Number),
      used: expect.any(Number),
      notes: expect.any(Number),
      leftOut: expect.any(Number),
    },
    outline: expect.arrayContaining([
      expect.objectContaining({ kind: 'question', points: 3, answer: false, code: false }),
    ]),
    converted: [],
  });
});

test('a guide with doubts is playable, but not with --strict; a file without questions never is', () => {
  const words = ['check', fixture('numbered.md'), fixture('broken.md'), '--json'];
  const { status, stdout } = pack(...words);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([
    { file: fixture('numbered.md'), ok: true, warnings: [] },
    {
      file: fixture('broken.md'),
      ok: true,
      warnings: expect.arrayContaining([expect.objectContaining({ line: 11 })]),
    },
  ]);
  expect(pack(...words, '--strict').status).toBe(1);
  expect(pack('check', fixture('broken.md')).stdout).toContain('broken.md:11 The heading "Empty" is empty.');
  expect(pack('check', 'LICENCE.none', 'package.json').status).toBe(2);
  expect(pack('check', 'package.json').status).toBe(1);
});

test('a guide is printed in the documented form', () => {
  const { status, stdout } = pack('tidy', fixture('kinds/code-in-question.md'));
  expect(status).toBe(0);
  expect(stdout).toContain("**Q: What's the output?**\n\n**Code:**");
});

test('the counts of a pack by level, kind and competency are printed', () => {
  const { stdout } = pack('check', 'content/oyster-panel.md');
  expect(stdout).toMatch(/by level: .*senior \d+/);
  expect(stdout).toMatch(/by kind: .*behavioural \d+.*exercises 13/);
  expect(stdout).toContain('    Use of Data: questions ');
});

test('the ratings of a trial are printed beside its items', () => {
  const { stdout } = pack('trial', 'content/oyster-panel.md', '--seed=3', '--key');
  expect(stdout.match(/^\d+\. oyster-panel .+: [1-5]$/gm)).toHaveLength(10);
});

test('every shipped pack is good, and the page about packs is not a pack', () => {
  const names = readdirSync(join(root, 'content')).map((name) => join('content', name));
  const { status, stdout } = pack('check', ...names, '--json', '--strict');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toHaveLength(names.length - 1);
});

test.each([
  [['check', 'no-such.md'], 'There is no file no-such.md.'],
  [['check', 'server'], 'server is a folder'],
  [[], 'Usage'],
  [['mend', 'x.md'], 'Usage'],
  [['check', '--jsn', 'x.md'], 'Unknown option --jsn'],
])('%j gets one line as an answer', (words, line) => {
  const { status, stdout, stderr } = pack(...words);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(line);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
