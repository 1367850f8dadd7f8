import { expect, test } from 'vitest';
import { readPack } from './read-pack';

const COMPETENCIES: ((title: string) => string)[] = [
  (title) => `## ${title}\n\n`,
  (title) => `**${title}**\n\n`,
  (title) => `**${title}:**\n\n`,
];

const QUESTIONS: [name: string, write: (question: string, number: number) => string][] = [
  ['numbered in bold', (question, number) => `**Q${number}: ${question}**\n`],
  ['in bold', (question) => `**${question}**\n`],
  ['plain', (question) => `${question}\n`],
  ['of a list', (question, number) => `${number}. ${question}\n`],
  ['of a list, in bold', (question, number) => `${number}. **${question}**\n`],
  ['called so', (question) => `Q: ${question}\n`],
  ['in italics', (question) => `_${question}_\n`],
  ['in quotation marks', (question) => `"${question}"\n`],
  ['quoted', (question) => `> ${question}\n\n`],
];

const POINTS = [
  '- early\n- often\n',
  '\n- early\n- often\n',
  '• early\n• often\n',
  '– early\n– often\n',
  'A:\n- early\n- often\n',
  '\nKey points:\n- early\n- often\n',
  '\n**Look for:**\n\n- early\n- often\n',
];

const TAILS = [
  '\n',
  '\n**Follow-ups:**\n- Why so?\n\n',
  '\nRed flags:\n- blames all\n\n',
  '\n*Time: 5 min*\n\n',
];

test.each(QUESTIONS)(
  'questions %s are read with any list below them, whatever follows the list',
  (_, ask) => {
    for (const title of COMPETENCIES)
      for (const points of POINTS)
        for (const tail of TAILS) {
          const one = ask('How do you ship?', 1) + points + tail;
          const two = ask('Tell me about a time you failed.', 2) + points + tail;
          const source = `# T\n\n${title('Delivery')}${one}${two}${title('Craft')}${ask('Why?', 3)}${points}`;
          const read = readPack(source).pack?.questions.map((question) => [
            question.groupId,
            question.points.map(({ text }) => text).join(),
          ]);
          const wanted = ['delivery', 'delivery', 'craft'].map((group) => [group, 'early,often']);
          expect([source, read]).toEqual([source, wanted]);
        }
  },
);

test('a numbered question keeps its list, even below another one with follow-ups', () => {
  const ask = (no: number, question: string) =>
    `${no}. ${question}\n   - early\n\n**Follow-ups:**\n- Why so?\n\n`;
  const source = `# T\n\n## A\n\n${ask(1, 'How do you ship?')}${ask(2, 'Tell me about a time you failed.')}`;
  expect(readPack(source)).toMatchObject({ problems: [], counts: { questions: 2, keyPoints: 2 } });
});

test('numbered steps below the key points of a question in bold are key points too', () => {
  const steps = '1. Describe the symptom\n   - in numbers\n2. Explain the cause\n   - and show it\n';
  const source = `# T\n\n## A\n\n**Q1: How do you debug?**\n- asks what changed\n\n${steps}`;
  expect(readPack(source)).toMatchObject({
    problems: [],
    counts: { questions: 1, keyPoints: 3, contexts: 2 },
  });
});
