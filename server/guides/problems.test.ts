import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPack } from './read-pack';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

describe('problems', () => {
  test('a broken guide is refused with every problem at its line, and nothing of it is imported', () => {
    const reading = readPack(fixture('broken.md'));
    expect(reading).toMatchObject({ ok: false, pack: null, title: null });
    expect(reading.problems.map(({ line, code }) => [line, code])).toEqual([
      [1, 'no-title'],
      [7, 'question-without-points'],
      [11, 'empty-heading'],
      [19, 'duplicate-question'],
      [22, 'exercise-without-original'],
      [22, 'exercise-without-issues'],
      [25, 'exercise-without-issues'],
      [30, 'bad-id'],
      [37, 'bad-target'],
      [39, 'incomplete-anchors'],
      [41, 'bad-anchor'],
      [43, 'duplicate-id'],
      [46, 'unclosed-fence'],
    ]);
    for (const { message, hint } of reading.problems) expect(message.length * hint.length).toBeGreaterThan(0);
  });

  const one = '# T\n## A\n**Q1: One?**\n- a\n';
  const CASES: [name: string, source: string, line: number, code: string][] = [
    ['an empty file', '', 1, 'no-title'],
    ['a NUL byte', `${one}\n\0`, 6, 'not-text'],
    ['a file that is not UTF-8', `${one}caf\uFFFD`, 5, 'not-text'],
    ['a file above a megabyte', one + 'x'.repeat(1_048_576), 1, 'too-big'],
    ['settings without end', `---\ntitle: { ${'a: b, '.repeat(12_000)} }\n---\n${one}`, 1, 'too-big'],
    ['a paragraph without end', `${one}\n${'word '.repeat(5_000)}`, 6, 'too-big'],
    ['a section without end', one + '- a\n'.repeat(2_100), 2, 'too-big'],
    ['lists in lists in lists', `${one}${'- '.repeat(30)}x`, 5, 'too-big'],
    ['too many key points', one + '- a\n'.repeat(30), 3, 'too-big'],
    ['a key point of five thousand characters', `${one}- ${'word '.repeat(1_000)}`, 5, 'too-big'],
    [
      'questions in a table',
      `${one}\n## B\n\n| # | Ask |\n|---|---|\n| 1 | How do you roll back? |`,
      8,
      'questions-in-table',
    ],
    ['questions with nothing below', `${one}\n## B\n\n- How so?\n- Why not?`, 8, 'question-without-points'],
    ['bare prompts', `${one}\n## B\n\n1. Tell me about a day.`, 8, 'question-without-points'],
    ['prose alone', '# T\n## A\nSome words.', 1, 'no-questions'],
    [
      'a group that nothing has',
      `---\nweights: { b: { weight: 2, reason: c } }\n---\n${one}`,
      2,
      'unknown-group',
    ],
    [
      'a weight without a reason',
      `---\ntitle: T\nweights: { a: { weight: 2 } }\n---\n${one}`,
      3,
      'bad-front-matter',
    ],
    ['settings that are not YAML', `---\ntitle: [\n---\n${one}`, 2, 'bad-front-matter'],
    [
      'an issue on a line that the code lacks',
      `${one}### Exercise 1: E\n\`\`\`\nx\n\`\`\`\n- [lines 1-2] bad`,
      9,
      'bad-lines',
    ],
    [
      'a competency that nothing has',
      `${one}### Exercise 1: E\n**Competency:** B\n\`\`\`\nx\n\`\`\`\n- bad`,
      6,
      'unknown-group',
    ],
    [
      'two exercises of one name',
      `${one}${'### Exercise 1: E\n```\nx\n```\n- bad\n'.repeat(2)}`,
      10,
      'duplicate-exercise',
    ],
  ];
  test.each(CASES)('%s', (_name, source, line, code) => {
    const { ok, problems } = readPack(source);
    expect(ok).toBe(false);
    expect(problems[0]).toMatchObject({ line, code });
  });

  test('every setting that cannot be used is told at its line', () => {
    const { problems } = readPack(`---\nid: My pack!\ntags: [a]\nweights:\n  A: 2\n---\n${one}`);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'bad-front-matter'],
      [4, 'bad-front-matter'],
    ]);
  });

  test('no problem is told of what an open fence swallowed', () => {
    const { problems } = readPack('# T\n## A\n```\n**Q1: One?**\n- a\n');
    expect(problems.map(({ code }) => code)).toEqual(['unclosed-fence']);
  });
});
