import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPack } from './read-pack';

const guide = readFileSync(join(import.meta.dirname, 'fixtures/plain-guide.md'), 'utf8');
const CONTEXT = / _Context: (.*?)_ *$/gm;
const PROMPT = /^\*\*Q(\d+): (.*)\*\*$/gm;
const LABEL = /^\*\*(Original Code|Issues|Improved Version|Why it matters):\*\*$/gm;

/** One guide, written in different ways: the reader must read the same from each. */
const WAYS: [name: string, write: (text: string) => string][] = [
  ['Windows line ends and a byte order mark', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ['old Mac line ends', (text) => text.replaceAll('\n', '\r')],
  ['stars for bullets', (text) => text.replace(/^- /gm, '* ')],
  ['numbers for bullets', (text) => text.replace(/^- /gm, '1. ')],
  ['everything two levels deeper', (text) => text.replace(/^##/gm, '####')],
  [
    'groups at the level of the parts',
    (text) => text.replace(/^### /gm, '## ').replace('## Lighthouse Context\n', ''),
  ],
  ['no parts', (text) => text.replace(/^## Part.*\n/gm, '').replace(/^### /gm, '## ')],
  ['underlined headings', (text) => text.replace(/^# (.*)$/m, '$1\n===').replace(/^## (.*)$/gm, '$1\n---')],
  ['bold headings', (text) => text.replace(/^### (.*)$/gm, '### **$1**')],
  ['closed headings', (text) => text.replace(/^(#+ .*)$/gm, '$1 #')],
  ['blank lines everywhere', (text) => text.replace(/\n(?=[-*#])/g, '\n\n')],
  ['no blank lines except around code and rules', (text) => text.replace(/\n\n(?=\*\*|#)/g, '\n')],
  ['all of it quoted', (text) => text.replace(/^/gm, '> ')],
  ['a table of contents', (text) => text.replace('---', '## Contents\n\n1. [A](#a)\n   - [B](#b)\n\n---')],
  ['prose in between', (text) => text.replace(/^- (?=Keep)/gm, '\nA word first: listen.\n\n- ')],
  [
    'competencies in bold above plain questions',
    (text) => text.replace(/^### (?!Exercise)(.*)$/gm, '**$1**\n').replace(PROMPT, '$2'),
  ],
  [
    'competencies in bold above numbered questions',
    (text) => text.replace(/^### (?!Exercise)(.*)$/gm, '**$1**\n').replace(PROMPT, '$1. $2'),
  ],
  ['unnumbered questions', (text) => text.replace(PROMPT, '**$2**')],
  ['plain numbered questions', (text) => text.replace(PROMPT, 'Q$1: $2')],
  ['plain questions', (text) => text.replace(PROMPT, '$2')],
  ['questions as a numbered list', (text) => text.replace(PROMPT, '$1. $2')],
  ['questions as headings', (text) => text.replace(PROMPT, '#### Q$1: $2\n')],
  ['questions as unnumbered headings', (text) => text.replace(PROMPT, '#### $2\n')],
  ['questions below a heading that says so', (text) => text.replace(PROMPT, '#### Question\n$2\n')],
  ['a label before the key points', (text) => text.replace(PROMPT, '**Q$1: $2**\n\n**Answer:**\n')],
  ['context in brackets', (text) => text.replace(CONTEXT, ' (Context: $1)')],
  ['context in square brackets', (text) => text.replace(CONTEXT, ' [Context: $1]')],
  ['context in brackets without the word', (text) => text.replace(CONTEXT, ' (that is: $1)')],
  ['context in italics without the word', (text) => text.replace(CONTEXT, ' *That is, $1*')],
  ['context after a dash', (text) => text.replace(CONTEXT, ' — $1')],
  ['context after a bold word', (text) => text.replace(CONTEXT, ' **Context:** $1')],
  ['context in a list of its own', (text) => text.replace(CONTEXT, '\n  - Context: $1')],
  ['context on a line of its own', (text) => text.replace(CONTEXT, '\n  _Context: $1_')],
  ['fences without a language', (text) => text.replaceAll('```ruby', '```')],
  ['fences of tildes', (text) => text.replaceAll('```', '~~~')],
  ['plain labels', (text) => text.replace(LABEL, '$1:')],
  ['labels as headings', (text) => text.replace(LABEL, '#### $1\n')],
  ['no labels', (text) => text.replace(LABEL, '')],
  ['exercises without that name', (text) => text.replace(/### Exercise (\d): /g, '### $1. ')],
  ['exercises in bold', (text) => text.replace(/^### (Exercise.*)$/gm, '**$1**')],
];

test.each(WAYS)('%s', (_name, write) => {
  const written = write(guide);
  expect(written).not.toBe(guide);
  const reading = readPack(written);
  expect(reading.problems).toEqual([]);
  expect(Object.values(reading.counts).slice(0, 6)).toEqual([9, 10, 30, 30, 2, 3]);
});

test('without any context, the key points have none', () => {
  const reading = readPack(guide.replace(CONTEXT, ''));
  expect(reading).toMatchObject({ ok: true, counts: { keyPoints: 30, contexts: 0 } });
});

/** Mistakes in real guides, and where the warning is. */
const SLIPS: [name: string, slip: (text: string) => string, code: string, at: RegExp][] = [
  ['no title', (text) => text.replace(/^# .*\n/, ''), 'no-title', /^$/],
  [
    'a question twice',
    (text) => text.replace(/\*\*Q7: .*/, /\*\*Q2: .*/.exec(text)?.[0] ?? ''),
    'duplicate-question',
    /\*\*Q2/,
  ],
  [
    'an empty heading',
    (text) => text.replace('### Departure', '### Nothing\n\n### Departure'),
    'empty-heading',
    /### Nothing/,
  ],
  ['an empty last part', (text) => `${text}\n## Part 3: Later\n`, 'empty-heading', /## Part 3/],
  [
    'an open fence',
    (text) => text.replace(/(end\n)```(\n\n\*\*Why)/, '$1$2').replace(/(end\n)```(\n\*\*Why)/, '$1$2'),
    'unclosed-fence',
    /^```ruby$/,
  ],
  [
    'no issues',
    (text) => text.replace(/\*\*Issues:\*\*\n(- .*\n)+/, ''),
    'exercise-without-issues',
    /### Exercise 1/,
  ],
];

test.each(SLIPS)('%s is one warning, at its line', (_name, slip, code, at) => {
  const written = slip(guide);
  const { ok, warnings } = readPack(written);
  expect(ok).toBe(true);
  expect(warnings.map((warning) => warning.code)).toEqual([code]);
  const line = written.split('\n')[(warnings[0]?.line ?? 0) - 1] ?? '';
  expect(line).toMatch(at);
});

test('a question without key points is playable like any other', () => {
  const { counts, warnings } = readPack(guide.replace(/(\*\*Q3.*)(\n- .*)+/, '$1'));
  expect([counts.questions, counts.keyPoints, warnings]).toEqual([10, 27, []]);
});
