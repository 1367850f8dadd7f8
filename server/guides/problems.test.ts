import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPack } from './read-pack';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

describe('problems', () => {
  test('the intact parts of a broken guide are playable, with a warning at every doubt', () => {
    const reading = readPack(fixture('broken.md'));
    expect(reading).toMatchObject({ ok: true, problems: [], counts: { questions: 7, exercises: 1 } });
    expect(reading.warnings.map(({ line, code }) => [line, code])).toEqual([
      [1, 'no-title'],
      [11, 'empty-heading'],
      [19, 'duplicate-question'],
      [22, 'exercise-without-original'],
      [25, 'exercise-without-issues'],
      [30, 'bad-id'],
      [37, 'bad-target'],
      [39, 'incomplete-anchors'],
      [41, 'bad-anchor'],
      [43, 'duplicate-id'],
      [46, 'unclosed-fence'],
    ]);
  });

  const one = '# T\n## A\n**Q1: One?**\n- a\n';
  const CASES: [name: string, source: string, line: number, code: string][] = [
    ['an empty file', '', 1, 'no-questions'],
    ['a NUL byte', `${one}\n\0`, 6, 'not-text'],
    ['a file that is not UTF-8', `${one}caf\uFFFD`, 5, 'not-text'],
    ['a file above a megabyte', one + 'x'.repeat(1_048_576), 1, 'too-big'],
    ['settings without end', `---\ntitle: { ${'a: b, '.repeat(12_000)} }\n---\n${one}`, 1, 'too-big'],
    ['a paragraph without end', `${one}\n${'word '.repeat(5_000)}`, 6, 'too-big'],
    ['a section without end', one + '- a\n'.repeat(2_100), 2, 'too-big'],
    ['lists in lists in lists', `${one}${'- '.repeat(30)}x`, 5, 'too-big'],
    ['a key point of five thousand characters', `${one}- ${'word '.repeat(1_000)}`, 5, 'too-big'],
    [
      'words that introduce a list and ask nothing',
      '# T\n## A\n**What to cover:**\n1. The role\n2. The time',
      3,
      'no-questions',
    ],
    ['prose alone', '# T\n## A\nSome words here.', 3, 'no-questions'],
  ];
  test.each(CASES)('%s', (_name, source, line, code) => {
    const { ok, problems } = readPack(source);
    expect(ok).toBe(false);
    expect(problems[0]).toMatchObject({ line, code });
  });

  const DOUBTS: [name: string, source: string, line: number, code: string][] = [
    ['more than twenty key points', one + '- a\n'.repeat(30), 3, 'many-points'],
    [
      'a group that does not exist',
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
      'a competency that does not exist',
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
  test.each(DOUBTS)('%s is a warning', (_name, source, line, code) => {
    const { ok, warnings } = readPack(source);
    expect(ok).toBe(true);
    expect(warnings[0]).toMatchObject({ line, code });
  });

  test('every invalid setting gives a warning at its line, and is kept as a note', () => {
    const { warnings, pack } = readPack(`---\nid: My pack!\ntags: [a]\nweights:\n  A: 2\n---\n${one}`);
    expect(warnings.map(({ line, code }) => [line, code])).toEqual([
      [2, 'bad-front-matter'],
      [4, 'bad-front-matter'],
    ]);
    expect(pack?.notes.join()).toContain('My pack!');
  });

  test('an open fence ends where the guide continues', () => {
    const { warnings, counts } = readPack('# T\n## A\n```\n**Q1: One?**\n- a\n');
    expect(warnings.map(({ code }) => code)).toEqual(['unclosed-fence']);
    expect(counts.questions).toBe(1);
  });

  test('a text that is not a guide is reported with the line nearest to a question', () => {
    const { problems } = readPack('# T\n\nAbout us.\n\nHow we deploy on Fridays\n');
    expect(problems).toMatchObject([{ line: 5, code: 'no-questions' }]);
    expect(problems[0]?.message).toContain('How we deploy on Fridays');
  });

  test('many warnings of one kind become one, with every line and a fix for all', () => {
    const asides = Array.from({ length: 9 }, (_, n) => `- Is it ${n}?\n`).join('');
    const { warnings } = readPack(`# T\n\n## A\n\n${asides}\n**Q1: One?**\n- a\n`);
    expect(warnings).toMatchObject([
      { line: 5, code: 'asks-as-note', lines: [5, 6, 7, 8, 9, 10, 11, 12, 13] },
    ]);
    expect(warnings[0]?.fixes.map(({ kind, edits }) => [kind, edits.length])).toEqual([
      ['question', 9],
      ['leave-out', 9],
    ]);
  });

  test('a fix makes the line that it names a question', () => {
    const source = '# T\n\n## A\n\n- Is it safe?\n\n**Q1: One?**\n- a\n';
    const edit = readPack(source).warnings[0]?.fixes[0]?.edits[0];
    const lines = source.split('\n');
    lines.splice((edit?.from ?? 1) - 1, (edit?.to ?? 1) - (edit?.from ?? 1) + 1, edit?.text ?? '');
    const { pack, warnings } = readPack(lines.join('\n'));
    expect([pack?.questions.map(({ prompt }) => prompt), warnings]).toEqual([['Is it safe?', 'One?'], []]);
  });
});
