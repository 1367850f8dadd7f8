import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tries } from '../testing/tries';
import { readPack } from './read-pack';

/** Lines that mean something to the reader, so that random guides reach its branches. */
const line = fc.oneof(
  fc.constantFrom(
    '# Title',
    '#',
    '##',
    '### {#an-id}',
    '## Delivery',
    '### Q1: Why?',
    '#### Follow-ups',
    '### Exercise 1: Mend it',
    '## Checklist',

    '**Q2: How do you test?**',
    '**How?** {#an-id}',
    '1. What next?',
    '2) Why not?',
    'Q3: And then?',

    '- A point. _Context: why._',
    '* A point (because it matters a lot)',
    '  - Context: nested',
    '- [ ] open',

    '**Original Code:**',
    '**Issues:**',
    '**Improved Version:**',
    '**Anchors:**',
    '- 3: middling',
    '1. low',

    '- [high, lines 1-99] bad',
    '**Target:** 3:00',
    '**Level:** senior · **Target:** soon',
    '**Competency:** x',

    '```',
    '```ruby',
    '~~~',
    '  ```',
    '---',
    '===',
    '> ',
    '> **Q4: Quoted?**',
    '<div>',
    '<!--',
    '-->',
    '',
    '\t',

    '---\ntitle: x\n---',
    'weights: { a: 1 }',
    '\uFEFF',
    '\0',
    '[a](#b)',
    '![',
    '{#',
    '{#}',
    '$&',
    '\u2028',
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const guide = fc
  .array(line, { maxLength: 60 })
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((end) => lines.join(end)));

test('the reader answers any source: with a whole pack, or with problems at lines of the file', () => {
  fc.assert(
    fc.property(guide, (source) => {
      const reading = readPack(source);
      const last = source.split(/\r\n?|\n/).length;
      expect(reading.ok).toBe(reading.problems.length === 0);
      expect(reading.ok).toBe(reading.pack !== null);
      for (const { line: at } of reading.problems) {
        expect(at).toBeGreaterThanOrEqual(1);
        expect(at).toBeLessThanOrEqual(last);
      }
      const ids = reading.pack
        ? [...reading.pack.questions, ...reading.pack.exercises].map(({ id }) => id)
        : [];
      expect(new Set(ids).size).toBe(ids.length);
    }),
    tries(1_500),
  );
});

/** YAML that a setting never needs. */
const yaml = fc.constantFrom(
  'a: 1',
  'id: x',
  'title: T',
  'toString: 1',
  '__proto__: 2',
  'weights: { a: { weight: 2, reason: r } }',
  '? x',
  ': y',
  '? {q: 1}',
  '- z',
  '{a: b}',
  '<<: *a',
  '&a b: c',
  '*a : d',
  'a: &b [*b]',
  '  - k',
  '  m: n',
  '"q" : |',
  '  text',
  '# c',
  '---',
  '...',
  '!!binary aGk=: 1',
  '%YAML 1.1',
  '~: 2',
  '1. l: m',
  '{',
  ']',
);

test('the reader answers any front matter, and loses no setting of another tool', () => {
  fc.assert(
    fc.property(fc.array(yaml, { maxLength: 8 }), (lines) => {
      const above = ['---', 'layout: guide', ...lines, '---'].join('\n');
      const { pack, problems } = readPack(`${above}\n# T\n## A\n**Q1: One?**\n- a\n`);
      if (pack) expect(pack.notes.join()).toContain('layout: guide');
      else expect(problems.map(({ line }) => line).filter((line) => line < 1 || line > 14)).toEqual([]);
    }),
    tries(500),
  );
});

const NAMES = [
  'answer-headings',
  'assistant',
  'bold-headings',
  'key-points-labelled',
  'mixed-marks',
  'nested-numbers',
  'no-groups',
  'notebook',
  'numbered',
  'pasted-bullets',
  'rich',
  'star-marks',
  'windows',
];
const FOLDER = join(import.meta.dirname, 'fixtures');
const KINDS = readdirSync(join(FOLDER, 'kinds')).filter((name) => name.endsWith('.md'));
const guides = [...NAMES.map((name) => `${name}.md`), ...KINDS.map((name) => join('kinds', name))].map(
  (name) => readFileSync(join(FOLDER, name), 'utf8').replace(/\r\n?/g, '\n'),
);

/** Every list item and every line of prose has a unique word, so that the test finds anything dropped in silence. */
function marked(guide: string): string[] {
  return guide
    .split('\n')
    .map((line, at) =>
      /^(?:\s*(?:[-*+•]|\d+\.) .*\w|\p{Lu}[^|<>#*`[\]]*[\w.])$/u.test(line) ? `${line} word${at}x` : line,
    );
}

type Change = (lines: string[], at: number, other: number) => void;
const CHANGES: Change[] = [
  (lines, at) => void lines.splice(at, 1),
  (lines, at) => void lines.splice(at, 0, lines[at] ?? ''),
  (lines, at) => void lines.splice(at, 0, ''),
  (lines, at, other) => {
    [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
  },
  (lines, at) => {
    lines[at] = (lines[at] ?? '').replace(/^#+/, (marks) => (marks.length > 2 ? '##' : '####'));
  },
  (lines, at) => {
    lines[at] = `  ${lines[at]}`;
  },
  (lines, at) => {
    lines[at] = (lines[at] ?? '').trimStart();
  },
  (lines, at) => {
    lines[at] = (lines[at] ?? '').replaceAll('*', '');
  },
];

const mutated = fc
  .tuple(
    fc.constantFrom(...guides),
    fc.array(fc.tuple(fc.constantFrom(...CHANGES), fc.nat(999), fc.nat(999)), { minLength: 1, maxLength: 6 }),
  )
  .map(([guide, changes]) => {
    const lines = marked(guide);
    for (const [change, at, other] of changes) change(lines, at % lines.length, other % lines.length);
    return lines.join('\n');
  });

/** Words that are neither in the pack nor on a line reported as left out. */
function lostIn(source: string): string[] {
  const { pack, coverage, warnings } = readPack(source);
  const warned = new Set(warnings.flatMap((warning) => warning.lines));
  if (!pack) return [];
  const said = JSON.stringify(pack);
  const lines = source.split('\n');
  const isTold = (word: string) => {
    const line = lines.findIndex((text) => text.includes(word)) + 1;
    const span = coverage.spans.find(({ from, to }) => from <= line && line <= to);
    return span?.kind === 'left-out' && (span.reason !== 'not understood' || warned.has(line));
  };
  return (source.match(/word\d+x/g) ?? []).filter((word) => !said.includes(word) && !isTold(word));
}

test('every line of a guide is used, kept as a note, or left out with a reason', () => {
  for (const guide of guides) {
    expect([guide, lostIn(marked(guide).join('\n'))]).toEqual([guide, []]);
    const { coverage } = readPack(guide);
    expect(coverage.used + coverage.notes + coverage.leftOut).toBe(coverage.lines);
  }
});

test('nothing in a changed guide is lost in silence, and it is read the same each time', () => {
  fc.assert(
    fc.property(mutated, (source) => {
      const reading = readPack(source);
      const last = source.split('\n').length;
      for (const { line } of [...reading.problems, ...reading.warnings])
        expect(line > 0 && line <= last).toBe(true);
      for (const { edits } of reading.warnings.flatMap(({ fixes }) => fixes))
        for (const { from, to } of edits) expect(from > 0 && from <= to && to <= last).toBe(true);
      expect(readPack(source)).toEqual(reading);
      const { preview, problems } = readPack(source.replaceAll('\n', '\r\n'));
      expect({ preview, problems }).toEqual({ preview: reading.preview, problems: reading.problems });
      expect(lostIn(source)).toEqual([]);
    }),
    tries(200),
  );
});

/** What makes Markdown parsers slow: each unit repeated up to the size that a guide may have. */
const UNITS = [
  '>',
  '> ',
  '- ',
  '1. ',
  '*a **b ',
  '_a *b_ c* ',
  '[',
  '[a](',
  '[a][b]',
  '![',
  '<a ',
  '`',
  '``` ',
  '&amp;',
  ' ',
  '↔',
  ': ',
  '= ',
  '· ',
  '? ',
  '; ',
  '— ',
];
const LINES = [
  '> a\n\n',
  '- a\n',
  '1. a\n   - b\n',
  'a\n---\n',
  '# a\n\n',
  '```\n```\n',
  '[a]: b\n',
  '- ```\n',
  '    ```\n',
  '  - a\n',
  'Why?\n',
  'WHY\nWhy?\n',
  '1 - a\n',
  '- Why?\n',
];

const SIZE = 131_072;
/** The most time compared with an ordinary guide of that size. The slowest seen took 4 times as long. */
const AT_MOST = 20;

/** In processor time, because other work on the machine says nothing about the reader. */
function timeOf(read: () => void): number {
  const before = process.cpuUsage();
  read();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const question = '**Q: How do you deploy?**\n- Often. _Context: small steps._\n- With a way back.\n\n';
const ordinary = `# T\n\n${`## Delivery\n\n${question.repeat(20)}`.repeat(SIZE / (question.length * 20))}`;
const usual = Math.min(...[1, 2, 3].map(() => timeOf(() => readPack(ordinary))));

test.each([...UNITS, ...LINES])(
  '128 KB of %j take no more than so many times as long as an ordinary guide',
  { timeout: 120_000 },
  (unit) => {
    const took = [
      unit.repeat(SIZE / unit.length),
      `${unit.repeat(7_900 / unit.length)}\n\n`.repeat(SIZE / 7_900),
      `## A\n${unit.repeat(1_900)}\n\n`.repeat(5),
      `**Q: Why${unit.repeat(3_800 / unit.length)}now?**\n- Often${unit.repeat(3_800 / unit.length)}so.\n\n`.repeat(
        SIZE / 7_900,
      ),
    ].map((text) => timeOf(() => readPack(`# T\n\n${text}`)));
    expect(Math.max(...took) / usual).toBeLessThan(AT_MOST);
  },
);
