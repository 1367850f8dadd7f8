import { expect, test } from 'vitest';
import { readPack } from './read-pack';

const one = '# T\n\n## A\n\n**Q1: One?**\n\n- a\n';
const many = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');

const CASES: [name: string, source: string, line: number, message: string][] = [
  ['a long title', one.replace('# T', `# ${'T'.repeat(201)}`), 1, 'The title is longer than 200 characters.'],
  [
    'a long competency',
    one.replace('## A', `## ${'A'.repeat(201)}`),
    3,
    'The title is longer than 200 characters.',
  ],
  [
    'too many questions, at the first that is too many',
    `${one}${many(400, (n) => `**Q: What about ${n}?**\n\n- b\n`)}`,
    8 + 399 * 4,
    'A pack holds at most 400 questions, and here are more.',
  ],
  [
    'many points',
    `${one}${many(20, () => '- a')}`,
    5,
    'A question holds at most 20 key points, and here are more.',
  ],
  ['a long point', `${one}- ${'word '.repeat(1_000)}`, 8, 'A key point is longer than 4,000 characters.'],
  [
    'a long context',
    `${one}- a. _Context: ${'word '.repeat(1_000)}end._`,
    8,
    'The context is longer than 4,000 characters.',
  ],
  ['a target of ten seconds', `${one}\n**Target:** 10 s`, 5, 'The target time is too short or too long.'],
  [
    'an original of 20,000 letters',
    `${one}\n### Exercise 1: E\n\n**Original Code:**\n\n\`\`\`\n${many(200, () => `${'x'.repeat(100)}\n`)}\n\`\`\`\n\n**Issues:**\n- a`,
    9,
    'The original code is longer than 16,000 characters.',
  ],
  [
    'an issue on 90 lines',
    `${one}\n### Exercise 1: E\n\n\`\`\`\n${many(90, () => 'x')}\n\`\`\`\n\n- [lines 1-90] bad`,
    104,
    'An issue holds at most 80 lines, and here are more.',
  ],
  [
    'an issue on line 0',
    `${one}\n### Exercise 1: E\n\n\`\`\`\nx\n\`\`\`\n\n- [lines 0] bad`,
    15,
    'The issue names lines that the original code does not have (it has 1).',
  ],
  ['a title without words', one.replace('# T', '#'), 1, 'The guide has no title.'],
  ['a competency without words', one.replace('## A', '##'), 3, 'The title has no words.'],
  ['a question without words', one.replace('**Q1: One?**', '### Q1:'), 5, 'The question has no words.'],
  ['a key point that is code alone', `${one}- ~~~\n  code\n  ~~~\n`, 8, 'A key point has no words.'],
];

test.each(CASES)('%s is refused in words', (_name, source, line, message) => {
  const reading = readPack(source);
  expect(reading.problems).toEqual([expect.objectContaining({ line, message })]);
});

test('a level without words is none', () => {
  expect(readPack(`${one}\n**Level:**\n\n**Target:** 3:00\n`).pack?.questions[0]?.level).toBeNull();
});
