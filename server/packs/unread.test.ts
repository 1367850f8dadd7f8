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

test.each([
  ['beside questions that are read', `- Is it fast?\n- Is it safe?\n\n${QUESTION}`],
  ['of what the candidate may ask', `${QUESTION}\n## Questions to ask us\n\n- How big is the team?\n`],
  ['in which not every item asks', `${QUESTION}\n## How we work\n\n- Who decides?\n- We do.\n`],
])('a list %s is kept as notes', (_what, below) => {
  expect(problemsOf(below)).toEqual([]);
});
