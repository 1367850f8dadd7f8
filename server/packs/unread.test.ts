import { expect, test } from 'vitest';
import { readPack } from './read-pack';

const QUESTION = '**Q1: How do you deploy?**\n- Often.\n';
const problemsOf = (below: string) =>
  readPack(`# Mine\n\n## Delivery\n\n${below}`).problems.map(({ line, code }) => [line, code]);

test('a list of questions with nothing below them is told, each with its line', () => {
  expect(problemsOf(`${QUESTION}\n## Data\n\n- What do you measure?\n- Tell us of a bad number.\n`)).toEqual([
    [10, 'question-without-points'],
    [11, 'question-without-points'],
  ]);
});

test('a question in bold whose key points stand on its own line is told, also beside questions that are read', () => {
  const list = '1. **How do you plan?** Look for: dates.\n2. **Tell me how you cut.** Look for: value.\n';
  expect(problemsOf(`${list}\n${QUESTION}`)).toEqual([
    [5, 'question-without-points'],
    [6, 'question-without-points'],
  ]);
});

test('what stands below an entry of a table of contents is no part of it', () => {
  const { pack } = readPack(
    '# T\n\n- [A](#a)\n  - [B](#b)\n- [C](#c)\n  - Read this first\n- [D](#d)\n  then that\n\n## A\n\n**Q1: One?**\n- a\n',
  );
  expect(pack?.notes.join()).toContain('Read this first');
  expect(pack?.notes.join()).toContain('then that');
  expect(pack?.notes.join()).not.toContain('B');
});

test.each([
  ['another question', 'And how do you test?\n- Early.\n'],
  ['one that a label stands before', '**Level:** senior\n\nAnd how do you test?\n- Early.\n'],
  ['one whose key points are labelled', 'And how do you test?\n\nListen for:\n\n- Early.\n'],
  ['headings that ask for a story', '### Tell me about a slow test.\n- Early.\n'],
  ['bold words that ask, led in', '**Tell me about a slow test.**\n\nThis is what counts:\n\n- Early.\n'],
])('%s below a numbered one is a question, and takes no key points from it', (_what, below) => {
  const { questions } = readPack(`# Mine\n\n## Delivery\n\n${QUESTION}\n${below}`).pack ?? { questions: [] };
  expect(questions.map(({ points }) => points.map(({ text }) => text))).toEqual([['Often.'], ['Early.']]);
});

test.each([
  ['beside questions that are read', `- Is it fast?\n- Is it safe?\n\n${QUESTION}`],
  ['of what the candidate may ask', `${QUESTION}\n## Questions to ask us\n\n- How big is the team?\n`],
  ['in which not every item asks', `${QUESTION}\n## How we work\n\n- Who decides?\n- We do.\n`],
])('a list %s is kept as notes', (_what, below) => {
  expect(problemsOf(below)).toEqual([]);
});
