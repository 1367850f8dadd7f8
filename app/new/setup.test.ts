import { describe, expect, test } from 'vitest';
import { nameProblem } from '@/app/account/name-problem';
import { readTarget } from '@/app/settings/target';
import type { PackOutline } from '@/server/protocol/outline';
import type { PackSummary } from '@/server/protocol/pack-library';
import { loadDraft, saveDraft } from './draft-storage';
import { freshDraft, problemsOf, requestOf } from './setup-draft';

const pack: PackSummary = {
  id: 'pack',
  title: 'Senior panel',
  questions: 2,
  exercises: 0,
  groups: [
    { id: 'delivery', title: 'Delivery', questions: 1 },
    { id: 'data', title: 'Use of data', questions: 1 },
  ],
};
const outline: PackOutline = {
  id: 'pack',
  title: 'Senior panel',
  groups: pack.groups,
  items: [
    {
      id: 'q1',
      kind: 'question',
      groupId: 'delivery',
      label: 'One',
      level: null,
      targetSeconds: null,
      notWith: [],
    },
    {
      id: 'q2',
      kind: 'question',
      groupId: 'data',
      label: 'Two',
      level: null,
      targetSeconds: null,
      notWith: [],
    },
  ],
  suggestion: {
    picks: [
      { id: 'q1', why: '' },
      { id: 'q2', why: '' },
    ],
    heard: [],
  },
};

describe('a fresh draft', () => {
  const request = requestOf(freshDraft('pack'), pack, outline);
  test('is valid: one question per competency, three minutes each', () => {
    expect(request).toMatchObject({
      title: 'Panel interview',
      agenda: ['q1', 'q2'],
      slots: [],
      targetSeconds: 180,
    });
    expect(problemsOf(request)).toEqual({});
  });

  test('follows the suggestion until somebody changes it by hand', () => {
    const other = {
      ...outline,
      suggestion: { picks: [{ id: 'q2', why: '' }], heard: ['q1'] },
    };
    expect(requestOf(freshDraft('pack'), pack, other).agenda).toEqual(['q2']);
    expect(requestOf({ ...freshDraft('pack'), agenda: ['q1'] }, pack, other).agenda).toEqual(['q1']);
  });

  test('has a title from which no candidate learns the pack', () => {
    expect(requestOf(freshDraft('pack'), pack, outline).title).not.toContain(pack.title);
  });
});

describe('a peer room', () => {
  const draft = { ...freshDraft('pack'), format: 'peer' as const, hostRates: false };
  test('is valid for a pack with the longest title', () => {
    const long = { ...pack, title: 'A title '.repeat(25) };
    const request = requestOf(draft, long, outline);
    expect(problemsOf(request)).toEqual({});
    expect(request.title).toMatch(/^A title .*…, practice$/);
  });
  test('has competencies and names no question', () => {
    const request = requestOf(draft, pack, outline);
    expect(request.agenda).toEqual([]);
    expect(request.slots).toEqual([{ groupId: 'delivery' }, { groupId: 'data' }]);
  });
  test('has a place for code where the pack has an exercise for everybody, until the host changes it', () => {
    const code = { groupId: null, kind: 'exercise' };
    const slots = (people: number, exercises: number, own: typeof draft.slots = null) =>
      requestOf({ ...draft, people, slots: own }, { ...pack, exercises }, outline).slots;
    expect(slots(4, 4)).toEqual([{ groupId: 'delivery' }, { groupId: 'data' }, code]);
    expect(slots(5, 4)).toEqual([{ groupId: 'delivery' }, { groupId: 'data' }]);
    expect(slots(4, 4, [{ groupId: 'data' }])).toEqual([{ groupId: 'data' }]);
  });
  test('makes its host rate like everybody', () => {
    expect(requestOf(draft, pack, outline).hostRates).toBe(true);
  });
});

describe('problems', () => {
  const request = requestOf(freshDraft('pack'), pack, outline);
  test.each([
    [{ title: '' }, 'title'],
    [{ title: 'x'.repeat(121) }, 'title'],
    [{ agenda: [] }, 'agenda'],
    [{ targetSeconds: 5 }, 'targetSeconds'],
    [{ callLink: 'meet me there' }, 'callLink'],
    [{ callLink: 'javascript:alert(1)' }, 'callLink'],
  ])('%o shows a problem at %s', (wrong, field) => {
    expect(Object.keys(problemsOf({ ...request, ...wrong }))).toEqual([field]);
  });
  test('a name must be there and within its length', () => {
    expect(nameProblem('  ')).toContain('name');
    expect(nameProblem('n'.repeat(61))).toContain('60');
    expect(nameProblem('Priya')).toBeNull();
  });
});

test.each([
  ['3:00', 180],
  ['2:30', 150],
  ['3', 180],
  ['2,5', 150],
  ['4 min', 240],
  ['90s', 90],
  ['soon', null],
  ['3:75', null],
])('a target written as %s is %s seconds', (text, seconds) => expect(readTarget(text)).toBe(seconds));

describe('a draft kept in the browser', () => {
  function memory(initial?: string) {
    let value = initial ?? null;
    return {
      getItem: () => value,
      setItem: (_key: string, next: string) => {
        value = next;
      },
    };
  }
  test('is restored unchanged', () => {
    const storage = memory();
    const draft = { ...freshDraft('pack'), title: 'Friday', agenda: ['q2'] };
    saveDraft(storage, draft);
    expect(loadDraft(storage)).toEqual(draft);
  });
  test('of an earlier version says nothing of the number of people', () => {
    const { people: _, ...earlier } = { ...freshDraft('pack'), slots: [{ groupId: 'data' }] };
    expect(loadDraft(memory(JSON.stringify(earlier)))).toEqual({ ...earlier, people: 4 });
  });
  test('knows places for code, and no other kinds', () => {
    const kept = (kind: string) =>
      loadDraft(memory(JSON.stringify({ ...freshDraft('pack'), slots: [{ groupId: null, kind }] })));
    expect(kept('exercise')?.slots).toEqual([{ groupId: null, kind: 'exercise' }]);
    expect(kept('essay')).toBeNull();
  });
  test.each([['not json'], ['{"packId":"pack"}'], ['null']])('%s is not a draft', (text) => {
    expect(loadDraft(memory(text))).toBeNull();
  });
});
