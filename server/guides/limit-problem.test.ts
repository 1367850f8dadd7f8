import { expect, test } from 'vitest';
import { readPack } from './read-pack';

const one = '# T\n\n## A\n\n**Q1: One?**\n\n- a\n';
const many = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');

const CASES: [name: string, source: string, line: number, message: string][] = [
  [
    'too many questions, at the first beyond the limit',
    `${one}${many(400, (n) => `**Q: What about ${n}?**\n\n- b\n`)}`,
    8 + 399 * 4,
    'A pack can have at most 400 questions, and here are more.',
  ],
  ['a long point', `${one}- ${'word '.repeat(1_000)}`, 8, 'A key point is longer than 4,000 characters.'],
  [
    'a long context',
    `${one}- a. _Context: ${'word '.repeat(1_000)}end._`,
    8,
    'The context is longer than 4,000 characters.',
  ],
  [
    'an original of 20,000 letters',
    `${one}\n### Exercise 1: E\n\n**Original Code:**\n\n\`\`\`\n${many(200, () => `${'x'.repeat(100)}\n`)}\n\`\`\`\n\n**Issues:**\n- a`,
    9,
    'The original code is longer than 16,000 characters.',
  ],
];

test.each(CASES)('%s is a problem with a sentence', (_name, source, line, message) => {
  const reading = readPack(source);
  expect(reading.problems).toEqual([expect.objectContaining({ line, message })]);
});

test('a level without words is not a level', () => {
  expect(readPack(`${one}\n**Level:**\n\n**Target:** 3:00\n`).pack?.questions[0]?.level).toBeNull();
});
