import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PackItem, Question } from '../../protocol/pack';
import { testPack } from '../../testing/test-pack';
import { tries } from '../../testing/tries';
import { type Dealing, deal, total, weightOf } from './deal';

/** Questions of some groups, with the given levels and seconds in turn. */
function questions(
  groups: number,
  each: number,
  change: (no: number) => Partial<Question> = () => ({}),
): Question[] {
  return testPack({ groups, questionsPerGroup: each, exercises: 0 }).questions.map((question, no) => ({
    ...question,
    level: null,
    targetSeconds: null,
    ...change(no),
  }));
}

const slotsFor = (groups: number) => Array.from({ length: groups }, (_, no) => ({ groupId: `g${no + 1}` }));
const dealt = (dealing: Partial<Dealing>) =>
  deal({ items: [], slots: [], seats: 1, targetSeconds: null, level: null, before: [], ...dealing });
const weight = (item: PackItem) => weightOf(item, null);

describe('dealing', () => {
  test('[ROTATE-5] everybody gets a question of every wanted competency', () => {
    const shares = dealt({ items: questions(3, 4), slots: slotsFor(3), seats: 4 });
    for (const { agenda } of shares) expect(agenda.map((item) => item.groupId)).toEqual(['g1', 'g2', 'g3']);
  });

  test('[ROTATE-5] if there is a question of one level for each person, each gets one', () => {
    const levels = ['junior', 'senior', 'staff', 'senior', 'junior', 'senior'];
    const items = questions(1, 6, (no) => ({ level: levels[no] ?? null }));
    const shares = dealt({ items, slots: slotsFor(1), seats: 3 });
    expect(shares.map(({ agenda }) => agenda.map(({ level }) => level))).toEqual([
      ['senior'],
      ['senior'],
      ['senior'],
    ]);
  });

  test('[ROTATE-5] the person who got the harder question of one competency gets the easier one of the next', () => {
    const levels = ['staff', 'junior', 'staff', 'junior'];
    const items = questions(2, 2, (no) => ({ level: levels[no] ?? null }));
    const shares = dealt({ items, slots: slotsFor(2), seats: 2 });
    for (const { agenda } of shares)
      expect(new Set(agenda.map(({ level }) => level))).toEqual(new Set(['staff', 'junior']));
  });

  test('[ROTATE-5] later candidates get questions like those of the first one', () => {
    const levels = ['senior', 'staff', 'staff', 'senior', 'senior'];
    const items = questions(1, 5, (no) => ({ level: levels[no] ?? null }));
    const before = questions(1, 1, () => ({ level: 'staff' }));
    const [share] = dealt({ items, slots: slotsFor(1), seats: 2, before });
    expect(share?.agenda.map(({ level }) => level)).toEqual(['staff']);
  });

  test('[ROTATE-5] questions of the wanted level go first, and everybody gets equally near to it', () => {
    const levels = ['junior', 'staff', 'senior', 'junior', 'staff', 'staff'];
    const items = questions(1, 6, (no) => ({ level: levels[no] ?? null }));
    const agendas = (level: string, seats: number) =>
      dealt({ items, slots: slotsFor(1), seats, level }).map(({ agenda }) => agenda[0]?.level);
    expect(agendas('staff', 3)).toEqual(['staff', 'staff', 'staff']);
    expect(agendas('junior', 2)).toEqual(['junior', 'junior']);
    expect(agendas('senior', 1)).toEqual(['senior']);
    expect(agendas('staff', 4).filter((level) => level === 'staff')).toHaveLength(3);
  });

  test('[ROTATE-5] if a competency has too few questions, its substitutes are like them', () => {
    const seconds = [600, 60, 60, 60, 600, 60];
    const items = questions(2, 3, (no) => ({ targetSeconds: seconds[no] ?? null }));
    const [long, , , ...others] = items;
    const shares = dealt({ items: long ? [long, ...others] : [], slots: slotsFor(1), seats: 2 });
    expect(shares.map(({ agenda }) => agenda[0]?.targetSeconds)).toEqual([600, 600]);
  });

  test('[ROTATE-5] equal questions go in the order of the pack', () => {
    const [first] = dealt({ items: questions(2, 6), slots: slotsFor(2), seats: 1 });
    expect(first?.agenda.map(({ id }) => id)).toEqual(['g1-q1', 'g2-q1']);
  });
});

test('[ROTATE-4] for every pack: equally many for each, nothing twice, and no two agendas further apart than two items', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 0, max: 12 }),
      fc.array(fc.constantFrom('junior', 'senior', 'staff', null), { minLength: 1, maxLength: 7 }),
      fc.array(fc.constantFrom(30, 120, 180, 600), { minLength: 1, maxLength: 5 }),
      (seats, groups, each, levels, seconds) => {
        const items = questions(groups, each, (no) => ({
          level: levels[no % levels.length] ?? null,
          targetSeconds: seconds[no % seconds.length] ?? null,
        }));
        const shares = dealt({ items, slots: slotsFor(groups), seats });
        const given = shares.flatMap(({ pool }) => pool.map(({ id }) => id));
        expect(new Set(given).size).toBe(given.length);
        if (items.length >= seats) {
          const size = Math.floor(items.length / seats);
          for (const { agenda, pool } of shares) {
            expect(pool).toHaveLength(size);
            expect(agenda).toHaveLength(Math.min(groups, size));
            expect(pool.slice(0, agenda.length)).toEqual(agenda);
          }
          const totals = shares.map(({ agenda }) => total(agenda, weight));
          const widest = Math.max(...items.map(weight)) - Math.min(...items.map(weight));
          expect(Math.max(...totals) - Math.min(...totals)).toBeLessThanOrEqual(widest);
        }
      },
    ),
    tries(300),
  );
});

test('[ROTATE-5] nobody goes without a competency that has questions for everybody, whatever else is wanted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 5 }),
      fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 6 }),
      fc.array(fc.constantFrom('junior', 'senior', 'staff', null), { minLength: 1, maxLength: 7 }),
      (seats, sizes, places, levels) => {
        const all = questions(sizes.length, 12, (no) => ({ level: levels[no % levels.length] ?? null }));
        const groupOf = (place: number) => `g${place + 1}`;
        const items = sizes.flatMap((size, at) =>
          all.filter(({ groupId }) => groupId === groupOf(at)).slice(0, size),
        );
        const slots = places.map((place) => ({ groupId: place === null ? null : groupOf(place) }));
        const shares = dealt({ items, slots, seats });
        const dealtSlots = slots.slice(0, Math.max(1, Math.floor(items.length / seats)));
        for (const { groupId } of dealtSlots) {
          const wanted = dealtSlots.filter((slot) => slot.groupId === groupId).length;
          const there = items.filter((item) => item.groupId === groupId).length;
          if (groupId === null || there < wanted * seats) continue;
          for (const { agenda } of shares)
            expect(agenda.filter((item) => item.groupId === groupId).length).toBeGreaterThanOrEqual(wanted);
        }
      },
    ),
    tries(300),
  );
});
