import { describe, expect, test } from 'vitest';
import { readPack } from '../../guides/read-pack';
import type { Pack, Question } from '../../protocol/pack';
import { testPack } from '../../testing/test-pack';
import { openingAgenda, type SuggestionInput, suggestAgenda } from './suggest-agenda';
import { suggestSlots } from './suggest-slots';

const question = (id: string, level: string) =>
  `**Q: What of ${id}?** {#${id}}\n- A point.\n\n**Level:** ${level} · **Target:** 3:00\n`;
const SOURCE = `---
weights:
  delivery: { weight: 2, reason: This team ships daily. }
---
# A pack

## Design
${question('d1', 'senior')}
${question('d2', 'staff')}
${question('d3', 'junior')}

## Delivery
${question('s1', 'senior')}
${question('s2', 'junior')}

## Data
${question('n1', 'senior')}

### Exercise 1: Slow {#x1}
Make it fast.
**Competency:** Data
**Original Code:**
\`\`\`ruby
all
\`\`\`
**Issues:**
- It is slow.

**Target:** 10:00
`;

function packOf(source: string): Pack {
  const reading = readPack(source);
  expect(reading.problems).toEqual([]);
  if (!reading.pack) throw new Error('no pack');
  return reading.pack;
}
const pack = packOf(SOURCE);

const everything: SuggestionInput = {
  groupIds: null,
  minutes: 60,
  level: null,
  targetSeconds: null,
  exercise: false,
  newFirst: true,
  heard: new Set(),
  whom: 'you',
};
const idsFor = (wish: Partial<SuggestionInput>, of: Pack = pack) =>
  suggestAgenda(of, { ...everything, ...wish }).picks.map(({ id }) => id);

describe('[SUGGEST-1] time', () => {
  test('nine minutes are enough for one question of each competency, in the pack’s order', () => {
    expect(idsFor({ minutes: 9 })).toEqual(['d1', 's1', 'n1']);
  });
  test('more time is used for second questions', () => {
    expect(idsFor({ minutes: 15 })).toEqual(['d1', 'd2', 's1', 's2', 'n1']);
  });
  test('with time for one question, the competency with the most weight has it', () => {
    expect(idsFor({ minutes: 3 })).toEqual(['s1']);
  });
  test('is never exceeded, and no question that fits is left out', () => {
    for (let minutes = 1; minutes <= 40; minutes += 1) {
      const picks = idsFor({ minutes });
      expect(picks.length * 3).toBeLessThanOrEqual(minutes);
      expect(picks.length).toBe(Math.min(6, Math.floor(minutes / 3)));
    }
  });
  test('the room’s own time for an answer counts', () => {
    expect(idsFor({ minutes: 9, targetSeconds: 90 })).toHaveLength(6);
  });
});

test('[SUGGEST-1] an agenda has only the chosen competencies', () => {
  expect(idsFor({ groupIds: ['delivery'] })).toEqual(['s1', 's2']);
});

test('[SUGGEST-2] the nearest level comes first', () => {
  expect(idsFor({ minutes: 9, level: 'junior' })).toEqual(['d3', 's2', 'n1']);
  expect(idsFor({ minutes: 9, level: 'staff engineer' })[0]).toBe('d2');
});

test('[SUGGEST-2] a pack in another language has levels too', () => {
  const german = packOf(
    SOURCE.replaceAll('senior', 'erfahren').replaceAll('staff', 'leitend').replaceAll('junior', 'neu'),
  );
  expect(idsFor({ minutes: 9, level: 'Neu' }, german)).toEqual(['d3', 's2', 'n1']);
  expect(idsFor({ minutes: 9, level: 'leitend' }, german)[0]).toBe('d2');
});

test('[SUGGEST-5] every reason names a level other than the wanted one, and whether the question was heard', () => {
  const { picks } = suggestAgenda(pack, {
    ...everything,
    groupIds: ['design'],
    level: 'senior',
    heard: new Set(['d1']),
  });
  expect(picks.map(({ why }) => why)).toEqual([
    'First on Design, staff where senior was wanted, new to you',
    'Second on Design, junior where senior was wanted, new to you',
    'Third on Design, senior, though you have heard it',
  ]);
});

test('[SUGGEST-2] a question that was heard comes last, even with a nearer level, but is used if there is no other', () => {
  const heard = new Set(['d1', 'n1']);
  expect(idsFor({ minutes: 9, level: 'senior', heard })).toEqual(['d2', 's1', 'n1']);
  expect(idsFor({ minutes: 9, level: 'senior', heard, newFirst: false })).toEqual(['d1', 's1', 'n1']);
});

test('[SUGGEST-5] every reason gives the competency, its weight, the level, and whether the question is new', () => {
  const heard = new Set(['n1']);
  const { picks } = suggestAgenda(pack, { ...everything, minutes: 9, level: 'senior', heard });
  expect(picks).toEqual([
    { id: 'd1', why: 'First on Design, senior, new to you' },
    { id: 's1', why: 'First on Delivery, with weight 2, senior, new to you' },
    { id: 'n1', why: 'First on Data, senior, though you have heard it' },
  ]);
  const led = suggestAgenda(pack, {
    ...everything,
    minutes: 6,
    heard: new Set(['d1', 'd2', 'd3']),
    whom: 'the candidate',
  });
  expect(led.picks.map(({ why }) => why)).toEqual([
    'First on Design, though the candidate has heard it',
    'First on Delivery, with weight 2, new to the candidate',
  ]);
});

test('[SUGGEST-4] a code exercise takes its own time, and comes last', () => {
  expect(idsFor({ minutes: 13, exercise: true })).toEqual(['s1', 'x1']);
  expect(idsFor({ minutes: 9, exercise: true })).not.toContain('x1');
});

test('[SUGGEST-1] an agenda is never longer than a room accepts', () => {
  const many = Array.from({ length: 90 }, (_, n): Question => {
    const [first] = pack.questions;
    if (!first) throw new Error('no question');
    return { ...first, id: `q${n}` };
  });
  expect(idsFor({ minutes: 480 }, { ...pack, questions: many })).toHaveLength(60);
});

describe('[SUGGEST-3] what set-up opens with', () => {
  const opening = (heard: string[], of: Pack = pack) => openingAgenda(of, new Set(heard));
  test('is one question of each competency, the first in the pack, and no exercise', () => {
    expect(opening([]).picks).toEqual([
      { id: 'd1', why: '' },
      { id: 's1', why: 'Weight 2' },
      { id: 'n1', why: '' },
    ]);
  });
  test('is the same even if the host has heard questions, and says which they have heard', () => {
    const { picks, heard } = opening(['d1', 's1']);
    expect(picks.map(({ id }) => id)).toEqual(['d1', 's1', 'n1']);
    expect(picks.map(({ why }) => why)).toEqual([
      'You have heard it before',
      'Weight 2, you have heard it before',
      '',
    ]);
    expect(heard).toEqual(['d1', 's1']);
  });
  test('leaves out a competency without a question', () => {
    const questions = pack.questions.filter(({ groupId }) => groupId !== 'delivery');
    expect(opening([], { ...pack, questions }).picks.map(({ id }) => id)).toEqual(['d1', 'n1']);
  });
});

describe('[SUGGEST-7] twins', () => {
  /** The pack in which these items name those as twins. */
  const naming = (names: Record<string, string[]>): Pack => ({
    ...pack,
    questions: pack.questions.map((item) => ({ ...item, notWith: names[item.id] ?? [] })),
    exercises: pack.exercises.map((item) => ({ ...item, notWith: names[item.id] ?? [] })),
  });

  test.each<Record<string, string[]>>([{ d1: ['s1'] }, { s1: ['d1'] }])(
    'are not suggested together, no matter which names the other: %j',
    (names) => {
      // Delivery has more weight, so its turn is first.
      expect(idsFor({ minutes: 9 }, naming(names))).toEqual(['d2', 's1', 'n1']);
      expect(idsFor({}, naming(names))).toEqual(['d2', 'd3', 's1', 's2', 'n1']);
    },
  );
  test('of one competency leave its second turn to the next question', () => {
    const { picks } = suggestAgenda(naming({ d2: ['d1'] }), { ...everything, groupIds: ['design'] });
    expect(picks).toEqual([
      { id: 'd1', why: 'First on Design' },
      { id: 'd3', why: 'Second on Design' },
    ]);
  });
  test('of an exercise that the host wants are left out, and are suggested without it', () => {
    expect(idsFor({ minutes: 60, exercise: true }, naming({ x1: ['d1'] }))).toEqual([
      'd2',
      'd3',
      's1',
      's2',
      'n1',
      'x1',
    ]);
    expect(idsFor({ minutes: 60 }, naming({ x1: ['d1'] }))).toContain('d1');
  });
  test('that were not heard go first', () => {
    const heard = new Set(['s1']);
    expect(idsFor({ minutes: 60, heard }, naming({ d1: ['s1'] }))).toEqual(['d1', 'd2', 'd3', 's2', 'n1']);
  });
  test('in another pack do not count, even with the same ids', () => {
    expect(idsFor({ minutes: 9 }, naming({ d1: ['elsewhere/s1'] }))).toEqual(['d1', 's1', 'n1']);
  });
  test('are not in the agenda that set-up opens with, which is always the same', () => {
    const opened = () => openingAgenda(naming({ d1: ['s1'] }), new Set()).picks.map(({ id }) => id);
    expect(opened()).toEqual(['d2', 's1', 'n1']);
    expect(opened()).toEqual(opened());
  });
});

describe('[SUGGEST-6] a rotation', () => {
  const slots = (minutes: number, targetSeconds: number | null = 180, groupIds: string[] | null = null) =>
    suggestSlots(pack, { groupIds, minutes, targetSeconds }).picks;
  const groups = (...wish: Parameters<typeof slots>) => slots(...wish).map(({ groupId }) => groupId);
  test('suggests the competencies in turn, in their order', () => {
    expect(groups(9)).toEqual(['design', 'delivery', 'data']);
    expect(groups(9, 180, ['design'])).toEqual(['design', 'design', 'design']);
  });
  test('gives competencies with more weight their places first', () => {
    expect(groups(3)).toEqual(['delivery']);
    expect(groups(12)).toEqual(['design', 'delivery', 'delivery', 'data']);
    expect(groups(15)).toEqual(['design', 'design', 'delivery', 'delivery', 'data']);
  });
  test('says why, in the same words as other suggestions', () => {
    expect(slots(12)).toEqual([
      { groupId: 'design', why: 'First on Design' },
      { groupId: 'delivery', why: 'First on Delivery, with weight 2' },
      { groupId: 'delivery', why: 'Second on Delivery, with weight 2' },
      { groupId: 'data', why: 'First on Data' },
    ]);
  });
  test('counts the room’s time for an answer, and suggests no more of a competency than it has', () => {
    expect(groups(6, 90)).toHaveLength(4);
    expect(groups(480, 15)).toEqual(['design', 'design', 'design', 'delivery', 'delivery', 'data']);
    expect(groups(1)).toEqual([]);
  });
  test('counts a question as its competency’s average where each has its own time', () => {
    const long = packOf(SOURCE.replace('**Target:** 3:00', '**Target:** 9:00'));
    // Design's three take 9, 3 and 3 minutes.
    const ids = (minutes: number) =>
      suggestSlots(long, { groupIds: ['design'], minutes, targetSeconds: null }).picks.length;
    expect([4, 5, 10, 15].map(ids)).toEqual([0, 1, 2, 3]);
  });
  test('adds a place for a code exercise, last, which takes as long as the pack’s do on average', () => {
    const { exercises: _, ...rest } = pack;
    const [exercise] = testPack().exercises;
    if (!exercise) throw new Error('the test pack has an exercise');
    const timed = [300, 900].map((targetSeconds) => ({ ...exercise, targetSeconds }));
    const coding = (minutes: number, exercises = timed) =>
      suggestSlots({ ...rest, exercises }, { groupIds: null, minutes, targetSeconds: 180, exercise: true })
        .picks;
    expect(coding(19)).toEqual([
      { groupId: 'design', why: 'First on Design' },
      { groupId: 'delivery', why: 'First on Delivery, with weight 2' },
      { groupId: 'data', why: 'First on Data' },
      { groupId: null, kind: 'exercise', why: 'The code exercise that you asked for' },
    ]);
    expect(coding(9).map(({ kind }) => kind)).toEqual([undefined, undefined, undefined]);
    expect(coding(19, []).some(({ kind }) => kind === 'exercise')).toBe(false);
  });
});
