import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPack } from '../guides/read-pack';
import type { Pack } from '../protocol/pack';
import { tries } from '../testing/tries';
import { alike, carriedIds, type KnownIds, withIds, wordsOf } from './carried-ids';

const FIRST = `# Mine

## Delivery

**Q1: How do you keep a release reversible?**
- Ships code and schema apart
- Rehearses the way back

**Q2: When do you stop a rollout?**
- At a number agreed before

## Communication

**Q3: How do you tell bad news?**
- Early, and with a plan

### Exercise 1: Twice

\`\`\`sql
update accounts set balance = balance - 1;
\`\`\`

- It changes every row
`;

interface Version {
  pack: Pack;
  ids: KnownIds;
}

function read(source: string) {
  const reading = readPack(source);
  expect(reading.problems).toEqual([]);
  if (!reading.ok) throw new Error('no pack');
  return reading;
}

const first = (source = FIRST): Version => ({ pack: read(source).pack, ids: {} });

function next({ pack: before, ids: known }: Version, source: string): Version {
  const { pack, named } = read(source);
  const ids = carriedIds(before, known, pack, named);
  return { pack: withIds(pack, ids, named), ids };
}

/** The id of the item with this text. */
function idOf({ pack }: Version, words: string): string {
  const items = [...pack.questions, ...pack.exercises];
  const found = items.find((item) => `${item.prompt} ${item.kind}`.includes(words));
  if (!found) throw new Error(`nothing says "${words}"`);
  for (const { id } of [...found.points, ...found.followUps])
    expect(id.startsWith(`${found.id}-`)).toBe(true);
  return found.id;
}

const NEW = '**Q: How do you keep a secret?**\n- Never in the code\n\n';

describe('a question keeps its id', () => {
  test.each([
    ['a typo is fixed', (text: string) => text.replace('reversible', 'reversable'), 'keep a release'],
    [
      'a word is another',
      (text: string) => text.replace('keep a release', 'make a deploy'),
      'a deploy reversible',
    ],
    [
      'the wording changes',
      (text: string) =>
        text.replace(
          'How do you keep a release reversible?',
          'Walk me through the way back of your last deploy.',
        ),
      'Walk me through',
    ],
    [
      'it has other key points',
      (text: string) => text.replace(/- Ships.*\n- Rehearses.*/, '- Hides what is new behind flags'),
      'reversible',
    ],
    [
      'case and punctuation are others',
      (text: string) => text.replace('reversible?', 'REVERSIBLE – always?'),
      'REVERSIBLE',
    ],
    ['another is before it', (text: string) => text.replace('**Q1', `${NEW}**Q1`), 'reversible'],
    [
      'a similar one is before it',
      (text: string) =>
        text.replace(
          '**Q1',
          '**Q: How do you keep a migration reversible?**\n- Adds before it takes away\n\n**Q1',
        ),
      'release reversible',
    ],
    [
      'its group has another title',
      (text: string) => text.replace('## Delivery', '## Shipping'),
      'reversible',
    ],
    [
      'it moves into another group',
      (text: string) => text.replace('## Delivery', '## Data').replace('**Q2', '## Delivery\n\n**Q2'),
      'reversible',
    ],
  ])('where %s', (_what, change, words) => {
    const changed = change(FIRST);
    expect(changed).not.toBe(FIRST);
    const after = next(first(), changed);
    expect(idOf(after, words)).toBe('delivery-1');
    expect(idOf(after, 'stop a rollout')).toBe('delivery-2');
    expect(idOf(after, 'bad news')).toBe('communication-1');
    expect(idOf(after, 'exercise')).toBe('exercise-twice');
    const all = [...after.pack.questions, ...after.pack.exercises].map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    // And in the next version, in which nothing has changed.
    expect(next(after, changed).pack).toEqual(after.pack);
  });

  test('in a whole bank whose questions are reordered and thinned out', () => {
    const source = readFileSync(join(import.meta.dirname, '../../content/behavioural-star.md'), 'utf8');
    const { pack } = read(source.replace(/ \{#[^}]*\}/g, ''));
    const mixed = fc.shuffledSubarray(pack.questions, { minLength: 1 });
    fc.assert(
      fc.property(mixed, (questions) => {
        const after = { ...pack, questions: questions.map((one, at) => ({ ...one, id: `behaviour-${at}` })) };
        const { questions: carried } = withIds(after, carriedIds(pack, {}, after, []), []);
        expect(carried.map(({ id }) => id)).toEqual(questions.map(({ id }) => id));
      }),
      tries(40),
    );
  });
});

describe('another question has another id', () => {
  test('if it replaces a removed one, and the removed one gets its own id back when it returns', () => {
    const other = FIRST.replace(
      /\*\*Q2.*\n.*\n/,
      '**Q2: What do you measure first?**\n- What people wait for\n',
    );
    const second = next(first(), other);
    const id = idOf(second, 'measure first');
    expect(id).toMatch(/^delivery-t[0-9a-f]{15}$/);
    const third = next(second, FIRST);
    expect(idOf(third, 'stop a rollout')).toBe('delivery-2');
    expect(idOf(next(third, other), 'measure first')).toBe(id);
  });

  test('than the question that it became, if its old text returns beside it', () => {
    const second = next(first(), FIRST.replace('**Q1', `${NEW}**Q1`));
    const id = idOf(second, 'keep a secret');
    const third = next(second, FIRST.replace('**Q1', `${NEW.replace('a secret', 'a secret safe')}**Q1`));
    expect(idOf(third, 'a secret safe')).toBe(id);
    const both = `${NEW.replace('a secret', 'a secret safe')}${NEW}`;
    const fourth = next(third, FIRST.replace('**Q1', `${both}**Q1`));
    const ids = fourth.pack.questions.map((question) => question.id);
    expect(ids).toEqual([id, `${id}-2`, 'delivery-1', 'delivery-2', 'communication-1']);
    expect(next(fourth, FIRST.replace('**Q1', `${both}**Q1`)).pack).toEqual(fourth.pack);
  });

  test('than any other of the same bank, however similar their words', () => {
    for (const file of ['behavioural-star', 'oyster-panel', 'typescript-platform']) {
      const { pack } = read(readFileSync(join(import.meta.dirname, `../../content/${file}.md`), 'utf8'));
      const words = pack.questions.map((question) => wordsOf(question));
      const pairs = words.flatMap((a, at) => words.slice(0, at).map((b) => alike(a, b)));
      expect(Math.max(...pairs)).toBeLessThan(0.52);
    }
  });
});

test('an id that its author wrote takes precedence, and no other item has it', () => {
  const named = FIRST.replace(
    '**Q3: How do you tell bad news?**',
    '**Q3: How do you tell bad news?** {#delivery-1}',
  );
  const after = next(first(), named);
  expect(idOf(after, 'bad news')).toBe('delivery-1');
  expect(idOf(after, 'reversible')).not.toBe('delivery-1');
  expect(idOf(after, 'stop a rollout')).toBe('delivery-2');
});
