import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PackEdit } from '../protocol/pack';
import { GENERIC_ANCHORS } from '../protocol/words';
import { readPack } from './read-pack';

const fixtures = join(import.meta.dirname, 'fixtures');
const FILES = [fixtures, join(fixtures, 'kinds')].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')]),
);
/** Doubts about text that is read as a question anyway. */
const ASKED_ALREADY = ['exercise-without-issues', 'asks-by-shape'];
const DEPLOY = '# T\n\n## Deck\n\n### How do you moor?\n\n- Well.\n';
const MENDED = '### Exercise 1: Mend {#mend}\n\nMend it.\n\n```js\nmoor();\n```\n\n- It drifts.\n';
const MORE: [string, string][] = [
  ['anchors without a middle', `${DEPLOY}\n**Anchors:**\n- 1: a\n- 5: c\n`],
  ['anchors below a heading', `${DEPLOY}\n#### Anchors\n\n1. a\n2. b\n`],
  ['anchors among the points', `${DEPLOY}- **Anchors:** 1: a\n`],
  ['a target that is not a time', `${DEPLOY}\n**Level:** senior · **Target:** soon · **Tags:** ropes\n`],
  ['a target below a heading', `${DEPLOY}\n#### Target\n\nas long as it takes\n`],
  ['a level beside a target of an exercise', `${DEPLOY}\n${MENDED}\n**Target:** three hours\n`],
  [
    'lines that the code lacks',
    `${DEPLOY}\n${MENDED}- [high, lines 1-9] It creaks.\n- [lines 7] It leaks.\n`,
  ],
  ['lines at the end of an issue', `${DEPLOY}\n${MENDED}- It creaks (line 8).\n`],
  ['more key points than a question holds', `${DEPLOY}${'- And well.\n'.repeat(30)}`],
  ['more of them within an item', `${DEPLOY}- **Look for:**\n${'  - And well.\n'.repeat(30)}`],
  ['more issues than an exercise holds', `${DEPLOY}\n${MENDED}${'- It leaks.\n'.repeat(30)}`],
  ['a competency that does not exist', `${DEPLOY}\n${MENDED}\n**Competency:** Dekc · **Level:** senior\n`],
  ['a competency unlike any', `${DEPLOY}\n${MENDED}\n**Competency:** Ropes and knots\n\nA word.\n`],
  [
    'a weight of nothing',
    `---\nweights: { dekc: { weight: 2, reason: r }, zz: { weight: 2, reason: r } }\n---\n${DEPLOY}`,
  ],
  [
    'an exercise without code',
    `${DEPLOY}\n### Exercise 1: Draw\n\nDraw a boat.\n\n**Hints:**\n1. It floats.\n`,
  ],
  ['an exercise in bold without code', `${DEPLOY}\n**Exercise 1: Draw**\n\nDraw a boat.\n`],
  ['an exercise without issues', `${DEPLOY}\n### Exercise 1: Mend {#mend}\n\n\`\`\`js\nmoor();\n\`\`\`\n`],
  ['a setting that cannot be used', `---\nid: My deck!\ntitle: Deck\n---\n${DEPLOY}`],
  ['settings that are not YAML', `---\nid: [\n---\n${DEPLOY}`],
  ['a sample that names no point', `${DEPLOY}\n**Sample answer (2):**\n\n> Well.\n\n- Heard: 9\n`],
  ['a time that is not one', `${DEPLOY}\n**By when:**\n- soon: asks\n- 1:00: says\n`],

  ['an id that is not one', '# T\n\n## Deck\n\n### How do you moor? {#a b}\n\nWell.\n'],
  ['one id twice', '# T\n\n## Deck\n\n### How do you moor? {#a}\n\nWell.\n\n### Who watches? {#a}\n\nAda.\n'],
  ['no title', '## Deck\n\n### How do you moor?\n\nWell.\n\n## Galley\n\n### What do you cook?\n\nSoup.\n'],
  [
    'settings and no title',
    '---\nid: crew\n---\n\n## Deck\n\n### How?\n\nWell.\n\n## Galley\n\n### Who?\n\nAda.\n',
  ],
  [
    'an open fence',
    '# T\n\n## Deck\n\n### How do you moor?\n\n```js\nmoor();\n\n**Level:** senior\n\n### Who watches?\n\nAda.\n',
  ],
  [
    'a bad anchor',
    '# T\n\n## Deck\n\n### How do you moor?\n\n**Anchors:**\n- 1: a\n- 3: b\n- 5: c\n- good: d\n',
  ],
  [
    'a question twice',
    '# T\n\n## Deck\n\n### How do you moor?\n\n### Who watches?\n\n### How do you moor?\n',
  ],
];

test.each([...FILES, ...MORE])('%s: a fix that changes anything removes its warning', (_name, source) => {
  const doubts = (text: string, code: string) =>
    readPack(text)
      .warnings.filter((warning) => warning.code === code)
      .reduce((sum, { lines }) => sum + lines.length, 0);
  const asked = readPack(source).counts.questions;
  for (const { code, fixes } of readPack(source).warnings) {
    expect({ code, fixes }).not.toEqual({ code, fixes: [] });
    for (const { kind, edits } of fixes) {
      const after = applyEdits(source, edits);
      // These are questions already, and the warning only says so.
      // One edit may make several, or mark one that is read already.
      const known = readPack(source).pack?.questions ?? [];
      const marks = edits.flatMap(({ text }) => text.match(/^\s*(?:\S* )?(?:\*\*)?Q: .*/gm) ?? ['']);
      const made = marks.filter((mark) => !known.some(({ prompt }) => mark.includes(prompt))).length;
      if (kind === 'question' && !ASKED_ALREADY.includes(code))
        expect(readPack(after).counts.questions, `${code}\n${after}`).toBe(asked + made);
      expect(doubts(after, code), `${kind} of ${code} gives\n${after}`).toBeLessThan(doubts(source, code));
    }
  }
});

test.each([
  [
    'in bold beside one in plain words above its points',
    '**How do you moor?**\n\n- Well.\n\nIs it fast?\n\nWhen do you turn back?\n- At dusk.\n',
  ],
  [
    'below a heading that asks',
    '**How do you moor?**\n\n- Well.\n\n### Who watches?\n\nAda.\n\nIs it fast?\n',
  ],
  [
    'in a heading, above one in plain words',
    'How do you moor?\n- Well.\n\n### Who watches?\n\nAda.\n\nWhat about that rope?\n- It holds.\n',
  ],
  [
    'behind the words above a list',
    '**How do you moor?**\n\n- Well.\n\n### Who watches?\n\nAda.\n\nCompare two of them:\n\n- Ada\n- Ben\n',
  ],
])('a line made a question leaves the other questions as they are: %s', (_what, below) => {
  const source = `# T\n\n## Deck\n\n${below}`;
  const promptsOf = (text: string) => readPack(text).pack?.questions.map(({ prompt }) => prompt) ?? [];
  const fixes = readPack(source).warnings.flatMap((warning) => warning.fixes);
  const made = fixes.filter(({ kind }) => kind === 'question').map(({ edits }) => applyEdits(source, edits));
  expect(made).not.toEqual([]);
  for (const after of made) {
    expect(promptsOf(after)).toEqual(expect.arrayContaining(promptsOf(source)));
    expect(promptsOf(after).length).toBe(promptsOf(source).length + 1);
  }
});

test('a misspelt competency is read as the most similar one, which the fix names', () => {
  const source = `${DEPLOY}\n${MENDED}\n**Competency:** Dekc · **Level:** senior\n`;
  const [fix] = readPack(source).warnings[0]?.fixes ?? [];
  expect(fix).toMatchObject({ kind: 'group', name: 'Deck' });
  expect(applyEdits(source, fix?.edits ?? [])).toContain('**Competency:** Deck · **Level:** senior');
});

test('missing anchors are added in general words, beside those of the author', () => {
  const source = `${DEPLOY}\n**Anchors:**\n- 1: a\n- 5: c\n`;
  const [fix] = readPack(source).warnings[0]?.fixes ?? [];
  const { anchors } = readPack(applyEdits(source, fix?.edits ?? [])).pack?.questions[0] ?? {};
  expect(anchors).toEqual({ '1': 'a', '2': null, '3': GENERIC_ANCHORS['3'], '4': null, '5': 'c' });
});

test('an invalid setting does not affect the others', () => {
  const { pack, warnings } = readPack(`---\nid: My deck!\ntitle: The deck\n---\n${DEPLOY}`);
  expect([pack?.title, pack?.notes, warnings.map(({ line }) => line)]).toEqual([
    'The deck',
    ['Front matter\nid: My deck!'],
    [2],
  ]);
});

function applyEdits(source: string, edits: readonly PackEdit[]): string {
  const lines = source.split('\n');
  for (const { from, to, text } of [...edits].sort((a, b) => b.from - a.from))
    lines.splice(from - 1, to - from + 1, ...(text === '' ? [] : text.split('\n')));
  return lines.join('\n');
}
