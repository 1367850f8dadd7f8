import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPack } from './read-pack';

/** Lines that mean something to the reader, so that chance meets its branches. */
const line = fc.oneof(
  fc.constantFrom(
    '# Title',
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

test('whatever it is given, the reader answers: a whole pack, or problems at lines of the file', () => {
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
    { numRuns: 1_500 },
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
];

const SIZE = 131_072;

/** Processor time, because other work on the machine says nothing about the reader. */
test.each([...UNITS, ...LINES])('128 KB of %j take no more than seconds', { timeout: 120_000 }, (unit) => {
  const before = process.cpuUsage();
  readPack(`# T\n\n${unit.repeat(SIZE / unit.length)}`);
  readPack(`# T\n\n${`${unit.repeat(7_900 / unit.length)}\n\n`.repeat(SIZE / 7_900)}`);
  readPack(`# T\n\n${`## A\n${unit.repeat(1_900)}\n\n`.repeat(5)}`);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000_000).toBeLessThan(5);
});
