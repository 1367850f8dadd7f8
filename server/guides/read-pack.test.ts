import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Pack } from '../protocol/pack';
import { readPack } from './read-pack';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

function packOf(source: string): Pack {
  const reading = readPack(source);
  expect(reading.problems).toEqual([]);
  if (!reading.pack) throw new Error('no pack');
  return reading.pack;
}

/** Groups, questions, key points, contexts, exercises and tips of every shape that a guide may have. */
const SHAPES: [file: string, counts: number[]][] = [
  ['plain-guide.md', [9, 10, 30, 30, 2, 3]],
  ['numbered.md', [2, 4, 7, 2, 0, 0]],
  ['heading-questions.md', [1, 2, 4, 2, 0, 0]],
  ['bare-question-headings.md', [1, 2, 3, 0, 0, 0]],
  ['star-marks.md', [1, 2, 5, 4, 0, 0]],
  ['no-groups.md', [1, 2, 3, 0, 0, 0]],
  ['windows.md', [1, 1, 2, 1, 1, 0]],
  ['cyrillic.md', [2, 2, 4, 2, 0, 0]],
  ['japanese.md', [1, 2, 3, 1, 0, 0]],
  ['rich.md', [1, 1, 2, 2, 1, 1]],
  ['quoted.md', [1, 2, 4, 1, 0, 0]],
  ['key-points-labelled.md', [1, 2, 3, 1, 0, 0]],
  ['bold-headings.md', [2, 3, 4, 0, 0, 0]],
  ['pasted-bullets.md', [2, 4, 6, 1, 0, 0]],
  ['answer-headings.md', [2, 3, 6, 0, 0, 0]],
  ['german.md', [2, 3, 4, 3, 0, 1]],
  ['notebook.md', [2, 3, 6, 1, 0, 0]],
  ['assistant.md', [2, 3, 4, 0, 0, 0]],
  ['nested-numbers.md', [2, 3, 4, 0, 0, 0]],
  ['chinese.md', [2, 3, 5, 0, 0, 0]],
  ['russian.md', [1, 2, 4, 0, 1, 0]],
  ['mixed-marks.md', [3, 10, 14, 0, 0, 0]],
  ['unseen.md', [1, 2, 4, 0, 0, 0]],
];

describe('the shapes of guides', () => {
  test('a line directly below a list begins a new block, and no part of an item is dropped', () => {
    const bold = packOf(fixture('bold-headings.md'));
    expect(bold.groups.map(({ title }) => title)).toEqual(['Communication', 'Delivery']);
    expect(bold.questions.map(({ points }) => points.length)).toEqual([2, 1, 1]);
    expect(bold.questions[2]?.followUps.map(({ text }) => text)).toEqual(['What went last?']);
    const answers = packOf(fixture('answer-headings.md'));
    expect(answers.questions[1]?.answer).toContain('console.log(count)');
    expect(packOf(fixture('pasted-bullets.md')).questions[0]?.points[0]).toMatchObject({
      text: 'With the cost of yes',
      context: 'a number they can repeat',
    });
  });

  test('pictures, numbers of any script and invisible marks are not part of the text', () => {
    const said = (file: string) =>
      packOf(fixture(file)).questions.flatMap(({ prompt, points }) => [
        prompt,
        ...points.map(({ text }) => text),
      ]);
    for (const file of [
      'notebook.md',
      'assistant.md',
      'chinese.md',
      'russian.md',
      'mixed-marks.md',
      'unseen.md',
    ])
      for (const text of said(file)) expect(text).toMatch(/^["\p{L}]\P{Extended_Pictographic}*$/u);
    const titles = (file: string) => packOf(fixture(file)).groups.map(({ title }) => title);
    expect(titles('notebook.md')).toEqual(['Delivery', 'Communication']);
    expect(titles('assistant.md')).toEqual(['Technical depth', 'Collaboration']);
    expect(titles('chinese.md')).toEqual(['沟通', '交付']);
    expect(titles('mixed-marks.md')).toEqual(['Leadership', 'Craft', 'Practice']);
  });

  test('words that introduce a list below key points are not key points', () => {
    const [first, , third] = packOf(fixture('assistant.md')).questions;
    expect(first?.weakAnswers).toEqual(['"Only what changed in the page"']);
    expect(first?.followUps.map(({ text }) => text)).toEqual(['When would `memo` make it slower?']);
    expect(third).toMatchObject({
      weakAnswers: ['Goes over their head'],
      notes: ['Bonus:', '- They still work together'],
    });
  });

  test('bold words between lists introduce key points if the first list has such words, and separate lists elsewhere', () => {
    const rated = packOf('# T\n## A\n**Q1: One?**\n- a\n\n**Rating**\n- Strong: b\n').questions[0];
    expect(rated).toMatchObject({ points: [{ text: 'a' }], notes: ['Rating', '- Strong: b'] });
    const grouped = '# T\n## A\n**Q1: One?**\n\n**Must**\n- a\n\n**May**\n- b\n';
    expect(packOf(grouped).questions[0]?.points.map(({ text }) => text)).toEqual(['a', 'b']);
  });

  test('a table of contents underlined like a title is not the title', () => {
    const { warnings, counts } = readPack('Contents\n===\n* [A](#a)\n\nA\n---\n\n**Q1: One?**\n- a\n');
    expect(warnings.map(({ code }) => code)).toEqual(['no-title']);
    expect(counts).toMatchObject({ groups: 1, questions: 1 });
  });

  test('a single dash may name the author of a quote', () => {
    const [question] = packOf('# T\n## A\n**Q1: One?**\n- a\n\n> Ship it.\n\n— Ada\n').questions;
    expect(question).toMatchObject({ points: [{ text: 'a' }], answer: 'Ship it.\n\n— Ada', notes: [] });
  });

  test('code is left as it is, though it looks like a link or a footnote', () => {
    const [point] =
      packOf('# T\n## A\n**Q1: One?**\n- Not `[^a-z]` **but `on[event](it)`**[^1] [here](#a)\n').questions[0]
        ?.points ?? [];
    expect(point?.text).toBe('Not `[^a-z]` but `on[event](it)` here');
  });

  test('text for the candidate, and text about several questions, asks nothing', () => {
    const told = '## Before\n\nExplain the format to the candidate.\n\n- Five minutes each\n\n';
    const pack = packOf(`# T\n\n${told}## A\n\n(Questions 1-3 are for juniors.)\n\n**Q1: One?**\n- a\n`);
    expect(pack.questions.map(({ prompt }) => prompt)).toEqual(['One?']);
    expect(pack.notes.join()).toContain('Five minutes each');
  });

  test('a list with dashes may be quoted, or begin beside a long word for "answer"', () => {
    const points = (below: string) =>
      packOf(`# T\n## A\n\n${below}`).questions[0]?.points.map(({ text }) => text);
    expect(points('> How is it?\n> – soon\n> – late\n')).toEqual(['soon', 'late']);
    expect(points('Q: How is it?\nAnswer: - soon\n- late\n')).toEqual(['soon', 'late']);
  });

  test("other tools' settings are a note, so that one of ours that is misspelt shows", () => {
    const settings = 'title: Mine\ntags:\n  - rails\n  - panel\nweight: { a: 2 } # heavier\n1. Who: me';
    const pack = packOf(`---\n${settings}\n---\n\n## A\n**Q1: One?**\n- a\n`);
    expect(pack.notes).toEqual(['Front matter\ntags: - rails - panel\nweight: { a: 2 }\n1. Who: me']);
    expect(pack.groups[0]?.weight).toBe(1);
  });

  test('an author’s remark beside words is never part of the text', () => {
    const remarked =
      '# T <!-- draft -->\n## A <!-- two -->\n**Q1: One?** <!-- first -->\n- a <!-- b -->\n- `<!-- c -->`\n';
    const { title, groups, questions } = packOf(remarked);
    expect([title, groups[0]?.title, questions[0]?.prompt]).toEqual(['T', 'A', 'One?']);
    expect(questions[0]?.points.map(({ text }) => text)).toEqual(['a', '`<!-- c -->`']);
  });

  test('a remark that never ends changes nothing below its paragraph', () => {
    const source =
      '# T\n## A\n**Q1: One?**\n- a `<!--` b\n- c <!-- d\n\n**Q2: Two?** <!-- easy -->\n-\u00a0e\n';
    const said = packOf(source).questions.map(({ prompt, points }) => [
      prompt,
      ...points.map(({ text }) => text),
    ]);
    expect(said).toEqual([
      ['One?', 'a `<!--` b', 'c <!-- d'],
      ['Two?', 'e'],
    ]);
  });

  test('another label between a label and its code takes nothing from it', () => {
    const code = (text: string) => `\`\`\`rb\n${text}\n\`\`\``;
    const exercise = `**Original Code:**\n\n**Level:** senior\n\n${code('bad')}\n\n**Issues:**\n- slow\n\n**Improved Version:**\n\n**Why it matters:** fast\n\n${code('good')}`;
    const [found] = packOf(`# T\n## A\n**Q1: One?**\n- a\n\n### Exercise 1: Mend\n\n${exercise}\n`).exercises;
    expect(found).toMatchObject({ original: 'bad', improved: 'good', level: 'senior' });
  });

  test('code that explains an issue is not part of the labelled version', () => {
    const code = (text: string) => `\`\`\`rb\n${text}\n\`\`\`\n`;
    const exercise = [
      '### Exercise 1: Mend',
      code('setup'),
      `**Original Code:**\n${code('bad')}`,
      `**Issues:**\n- slow\n\n${code('plan')}`,
      `**Improved Version:**\n${code('good')}`,
    ].join('\n\n');
    const [found] = packOf(`# T\n## A\n**Q1: One?**\n- a\n\n${exercise}\n`).exercises;
    expect(found).toMatchObject({ original: 'bad', improved: 'good', notes: ['setup', 'plan'] });
  });

  test('questions for the candidate to ask are notes', () => {
    const pack = packOf('# T\n## A\n**Q1: One?**\n- a\n\n## Questions to ask the panel\n\n- Who decides?\n');
    expect(pack.questions).toHaveLength(1);
    expect(pack.notes.join()).toContain('Who decides?');
  });

  test('a context directly below its point stays with it, and lines may follow an issue', () => {
    const source = '# T\n## A\n**Q1: One?**\n- a\n**Context:** so that b.\n- c\nWhy: d.\n';
    const exercise = '### Exercise 1: E\n```js\nlet a;\n```\nIssues:\n- It is never set (line 1).\n';
    const pack = packOf(source + exercise);
    expect(pack.questions[0]?.points.map(({ context }) => context)).toEqual(['so that b.', 'd.']);
    expect(pack.exercises[0]?.points).toMatchObject([{ text: 'It is never set', lines: [1] }]);
  });

  test.each(SHAPES)('%s is read whole', (file, counts) => {
    const reading = readPack(fixture(file));
    expect(reading.problems).toEqual([]);
    expect(Object.values(reading.counts).slice(0, 6)).toEqual(counts);
  });

  test('a plain guide keeps its order, and its prose as notes', () => {
    const pack = packOf(fixture('plain-guide.md'));
    expect(pack.groups.map(({ id }) => id).slice(4)).toEqual([
      'numbers-engineering',
      'hull-drawing-quality',
      'departure',
      'how-we-sail',
      'deep-water',
    ]);
    expect(pack.questions[1]?.prompt).toMatch(/^Two crews understood/);
    expect(pack.questions.filter(({ groupId }) => groupId === 'deep-water')).toHaveLength(2);
    expect(pack.notes.join(' ')).toContain('a hand-over that nobody can find is no hand-over');
    expect(pack.exercises[0]).toMatchObject({
      title: 'Count the Lifejackets',
      language: 'ruby',
      groupId: null,
    });
    expect(pack.exercises[0]?.reasons.map(({ context }) => context)).toEqual([
      'whatever the ferry.',
      'the page fits a phone.',
    ]);
    expect(pack.tips[1]).toEqual({ text: 'Tell it in order.', context: 'under three minutes.' });
  });

  test('every part of a question is read from its labels', () => {
    const pack = packOf(fixture('rich.md'));
    expect(pack).toMatchObject({
      id: 'rich',
      title: 'Rich panel',
      groups: [{ weight: 2, weightReason: 'The team ships daily.' }],
    });
    expect(pack.questions[0]).toMatchObject({
      id: 'reversible',
      groupId: 'delivery',
      why: 'Most outages are changes.',
      level: 'senior',
      targetSeconds: 150,
      behavioural: false,
      weakAnswers: ['"We have never had to."'],
      anchors: { '1': 'Names a deploy tool.', '2': null, '5': 'Has rehearsed the way back.' },
      followUps: [
        { text: 'Who may switch it?', when: 'flags come up.' },
        { text: 'What if the flag service is down?', when: 'they lean on it' },
      ],
    });
  });

  test('every part of an exercise is read from its labels', () => {
    expect(packOf(fixture('rich.md')).exercises[0]).toMatchObject({
      id: 'reverse',
      groupId: 'delivery',
      title: 'Reverse',
      prompt: 'Make this safe to run twice.',
      language: 'sql',
      original: 'update accounts\nset balance = balance - 1;',
      targetSeconds: 600,
      hints: ['How many rows?', 'What if it runs twice?'],
      points: [
        { severity: 'critical', lines: [1, 2], text: 'It changes every row.', context: 'no where.' },
        { severity: 'medium', lines: [2], text: 'It is not repeatable.', context: null },
      ],
    });
  });

  test('markup in a guide is text, and an author’s remark is dropped', () => {
    const pack = packOf(fixture('quoted.md'));
    expect(JSON.stringify(pack)).toContain('raw markup is text');
    expect(JSON.stringify(pack)).not.toContain('Never read');
    expect(pack.questions[1]?.prompt).toBe('What does `git revert` say to others?');
  });
});

describe('ids', () => {
  const guide = (prompt: string) =>
    `# T\n## Delivery\n**Q1: ${prompt}**\n- a\n\n**Q2: Another?** {#kept}\n- b\n`;

  test('polishing the text of a question keeps its id', () => {
    const before = packOf(guide('How do you deploy?')).questions.map(({ id }) => id);
    const after = packOf(guide('How do you deploy on a bad day?')).questions.map(({ id }) => id);
    expect(before).toEqual(['delivery-1', 'kept']);
    expect(after).toEqual(before);
  });

  test('an id that an author wrote takes precedence over one made for a question', () => {
    const ids = packOf('# T\n## A\n**Q1: One?**\n- a\n\n**Q2: Two?** {#a-1}\n- b\n').questions.map(
      ({ id }) => id,
    );
    expect(ids).toEqual(['a-1-2', 'a-1']);
  });

  test('the version is that of the source, byte for byte', () => {
    expect(packOf(guide('One?')).version).not.toBe(packOf(guide('One? ')).version);
  });

  test('ids of all items and of their parts are unique', () => {
    const pack = packOf(fixture('plain-guide.md'));
    const items = [...pack.questions, ...pack.exercises];
    const ids = items.flatMap((item) => [item.id, ...item.points.map(({ id }) => id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
