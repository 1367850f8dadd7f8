import { expect, test } from 'vitest';
import { readPack } from './read-pack';

const QUESTION = '**Q1: How do you deploy?**\n- Often.\n';
const read = (below: string) => readPack(`# Mine\n\n## Delivery\n\n${below}`);
const saidOf = (below: string) => read(below).pack?.questions.map(({ prompt, answer }) => [prompt, answer]);

test('a list of questions with nothing below them is a list of questions', () => {
  expect(saidOf(`${QUESTION}\n## Data\n\n- What do you measure?\n- Tell us of a bad number.\n`)).toEqual([
    ['How do you deploy?', null],
    ['What do you measure?', null],
    ['Tell us of a bad number.', null],
  ]);
});

test('what is beside a question in bold is its answer', () => {
  const list = '1. **How do you plan?** Look for: dates.\n2. **Tell me how you cut.** Look for: value.\n';
  expect(saidOf(`${list}\n${QUESTION}`)).toEqual([
    ['How do you plan?', 'dates.'],
    ['Tell me how you cut.', 'value.'],
    ['How do you deploy?', null],
  ]);
});

test('text below an entry of a table of contents is not part of it', () => {
  const { pack } = readPack(
    '# T\n\n- [A](#a)\n  - [B](#b)\n- [C](#c)\n  - Read this first\n- [D](#d)\n  then that\n\n## A\n\n**Q1: One?**\n- a\n',
  );
  expect(pack?.notes.join()).toContain('Read this first');
  expect(pack?.notes.join()).toContain('then that');
  expect(pack?.notes.join()).not.toContain('B');
});

test.each([
  ['that continue counting', '2. How do you roll back?\n\nBy the flag first.'],
  ['that continue counting, and do not ask', '2. Rolling back\n\nBy the flag first.'],
  ['that Markdown counts', '1. How do you roll back?\n\nBy the flag first.'],
])('numbered questions may have prose for an answer, each: %s', (_what, second) => {
  expect(saidOf(`1. How do you deploy?\n\nIn small steps.\n\n${second}\n`)).toEqual([
    ['How do you deploy?', 'In small steps.'],
    [second.replace(/^\d\. |\n.*/gs, ''), 'By the flag first.'],
  ]);
});

test.each([
  ['a number in brackets', (text: string, no: number) => `(${no}) ${text}`],
  ['a Q with a full stop', (text: string) => `Q. ${text}`],
  ['words alone', (text: string) => text],
  ['words in italics', (text: string) => `*${text}*`],
])('a question straight below the key points of another is the next one: %s', (_what, write) => {
  const first = write('How do you deploy?', 1);
  const second = write('How do you roll back?', 2);
  const { pack } = readPack(`# T\n\n## A\n\n${first}\n- Often.\n${second}\n- By the flag.\n`);
  expect(pack?.questions.map(({ prompt, points: [point] }) => [prompt, point?.text])).toEqual([
    ['How do you deploy?', 'Often.'],
    ['How do you roll back?', 'By the flag.'],
  ]);
});

test.each([
  ['with a small letter', '**Q1: One?**\n- Asks: what do you\nneed most?\n- Writes it down.', ['One?']],
  ['with a name', '**Q1: One?**\n- Asks whether the\nCTO would agree?\n- Writes it down.', ['One?']],
  [
    'of a numbered question',
    '1. The build is slow.\nHow do you mend it?\n- Profiles.\n\n2. The tests are flaky.\nHow do you mend them?\n- Waits.',
    ['The build is slow. How do you mend it?', 'The tests are flaky. How do you mend them?'],
  ],
])('a line that was wrapped is no question, though it ends as one: %s', (_what, source, prompts) => {
  const { pack } = readPack(`# T\n\n## A\n\n${source}\n`);
  expect(pack?.questions.map(({ prompt }) => prompt)).toEqual(prompts);
});

test('numbered key points that ask, below a numbered question and prose, belong to it', () => {
  const { pack } = readPack(
    '# T\n\n1. How do you ship?\n\nWhat I want to hear\n\n1. Do they plan?\n2. Do they test?\n',
  );
  expect(pack?.questions.map(({ points }) => points.length)).toEqual([2]);
});

test('a link back at the end of a list is not a key point', () => {
  const { pack } = readPack('# T\n\n**Q1: One?**\n\n- HTTP\n- [ETag](#etag)\n- [⬆ Back to top](#t)\n');
  expect(pack?.questions[0]?.points.map(({ text }) => text)).toEqual(['HTTP', 'ETag']);
});

test.each([
  ['linked', '- [A](#a)\n  - [B](#b)'],
  ['by words alone', '1. A\n2. B'],
  ['of the questions', '1. How do you deploy?\n2. How do you test?'],
  ['in parts', '**A**\n\n- How do you deploy?\n\n**B**\n\n- How do you test?'],
])('below "Contents" the table alone is left out: %s', (_what, table) => {
  const below = 'Read one a day.\n\n**Q1: How do you deploy?**\n- [Often](#often)\n- Small steps.';
  const { pack } = readPack(`# T\n\n## Contents\n\n${table}\n\n${below}\n`);
  expect(pack?.questions[0]?.points.map(({ text }) => text)).toEqual(['Often', 'Small steps.']);
  expect([pack?.questions.length, pack?.groups[0]?.notes]).toEqual([1, ['Read one a day.']]);
});

test.each([
  ['another question', 'And how do you test?\n- Early.\n'],
  ['one after a label', '**Level:** senior\n\nAnd how do you test?\n- Early.\n'],
  ['one whose key points are labelled', 'And how do you test?\n\nListen for:\n\n- Early.\n'],
  ['headings that ask for a story', '### Tell me about a slow test.\n- Early.\n'],
  [
    'bold words that ask, after an introduction',
    '**Tell me about a slow test.**\n\nThis is what counts:\n\n- Early.\n',
  ],
])('%s below a numbered one is a question, and takes no key points from it', (_what, below) => {
  const { questions } = readPack(`# Mine\n\n## Delivery\n\n${QUESTION}\n${below}`).pack ?? { questions: [] };
  expect(questions.map(({ points }) => points.map(({ text }) => text))).toEqual([['Often.'], ['Early.']]);
});

test.each([
  [
    'beside questions that are read',
    `- Is it fast?\n- Is it safe?\n\n${QUESTION}`,
    ['asks-as-note', 'asks-as-note'],
  ],
  ['of what the candidate may ask', `${QUESTION}\n## Questions to ask us\n\n- How big is the team?\n`, []],
])('a list %s is kept as notes', (_what, below, doubts) => {
  const { counts, warnings } = read(below);
  expect([counts.questions, warnings.map(({ code }) => code)]).toEqual([1, doubts]);
});

test('an item that does not ask in a list of questions is a note, with a warning', () => {
  const { counts, warnings } = read(`${QUESTION}\n## How we work\n\n- Who decides?\n- We do.\n`);
  expect([counts.questions, warnings.map(({ line, code }) => [line, code])]).toEqual([
    2,
    [[11, 'not-asking']],
  ]);
});

test.each([
  'Level:** senior',
  'Target:** 2:30',
  'Tags:** a, b',
  'Behavioural:** no',
  'Competency:** Delivery',
])('a line right below **%s is not part of its value', (label) => {
  const question = `**Q1: How do you deploy?**\n**${label}\nIn small steps.\n`;
  expect(saidOf(question)).toEqual([['How do you deploy?', 'In small steps.']]);
});

test('a scenario too long for a prompt is kept as a note, and its question is asked', () => {
  const { pack } = read(
    `**Scenario 1:** ${'The tide turns. '.repeat(260)}\n\n**What do you do?**\n\n- Waits.\n\n**Scenario 2:** The tide is low.\n\n**What then?**\n\n- Anchors.\n`,
  );
  const prompts = pack?.questions.map(({ prompt }) => prompt) ?? [];
  expect(prompts).toEqual(['What do you do?', 'The tide is low. What then?']);
  expect(JSON.stringify(pack)).toContain('The tide turns.');
});
