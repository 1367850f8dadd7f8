import { describe, expect, test } from 'vitest';
import type { SharesWish } from '../../protocol/agenda-wish';
import { idOf, stateOf } from '../../testing/given';
import { peerLobby } from '../../testing/stories';
import { testPack } from '../../testing/test-pack';
import { NOTHING_HEARD } from '../core/decision';
import { ledForecast, packForecast, peerForecast } from './forecast';
import { planPeerRound } from './plan';

const plain = testPack({ groups: 2, questionsPerGroup: 6, exercises: 1 });
const levels = ['junior', 'staff', 'senior', 'staff', 'staff', 'junior'];
const pack = { ...plain, questions: plain.questions.map((q, n) => ({ ...q, level: levels[n % 6] ?? null })) };
const ids = pack.questions.map(({ id }) => id);
const wish: SharesWish = {
  slots: [{ groupId: 'g1' }, { groupId: 'g2' }],
  people: 3,
  seen: [],
  targetSeconds: 120,
  level: null,
};
const planned = (change: Partial<SharesWish>, heard: string[] = []) =>
  packForecast(pack, { ...wish, ...change }, new Set(heard));

describe('the forecast of a rotation', () => {
  test('it says how many questions each person gets, how long they take, and how many others may be pushed', () => {
    const { items, unheard, shares, repeats, levels: known } = planned({});
    expect({ items, unheard, repeats, known }).toEqual({
      items: 12,
      unheard: 12,
      repeats: 0,
      known: ['junior', 'staff', 'senior'],
    });
    expect(shares.map(({ questions, seconds, more }) => [questions, seconds, more])).toEqual(
      Array(3).fill([2, 240, 2]),
    );
  });

  test('questions that the person who sets it up has heard or read are neither new nor dealt', () => {
    const { unheard, shares, repeats } = planned({ seen: ids.slice(1, 3) }, ids.slice(0, 2));
    expect({ unheard, repeats }).toEqual({ unheard: 9, repeats: 0 });
    expect(shares.map(({ more }) => more)).toEqual([1, 1, 1]);
  });

  test('if the pack has too few new questions, it says how many are repeated', () => {
    const { unheard, shares, repeats } = planned({ seen: ids.slice(2) });
    expect({ unheard, repeats }).toEqual({ unheard: 2, repeats: 4 });
    expect(shares.map(({ questions }) => questions)).toEqual([2, 2, 2]);
  });

  test('the wanted level is the level of what each person gets', () => {
    for (const level of ['staff', 'junior'])
      for (const { levels: own } of planned({ level, people: 2 }).shares)
        expect(own).toEqual([{ level, count: 2 }]);
  });

  test('[SEE-12] it says no word of any question', () => {
    const said = JSON.stringify(planned({ seen: ids.slice(2) }, ids));
    for (const id of ids) expect(said).not.toContain(id);
  });
});

test('[ROTATE-11] it counts the exercises, and those that can still be dealt, and names none', () => {
  const code = { groupId: null, kind: 'exercise' as const };
  const coding = testPack({ groups: 2, questionsPerGroup: 6, exercises: 5 });
  const slots = [...wish.slots, code];
  const forecast = (people: number, seen: string[]) =>
    packForecast(coding, { ...wish, slots, people, seen }, new Set());
  const enough = forecast(4, ['x1']);
  expect(enough.code).toEqual({ exercises: 5, left: 4, places: 1 });
  expect(enough.shares.map(({ questions, exercises, seconds }) => [questions, exercises, seconds])).toEqual(
    Array(4).fill([2, 1, 840]),
  );
  const few = forecast(4, ['x1', 'x3']);
  expect(few.code).toEqual({ exercises: 5, left: 3, places: 1 });
  expect(few.shares.map(({ exercises }) => exercises)).toEqual([0, 0, 0, 0]);
  for (const { id, title } of coding.exercises) {
    expect(JSON.stringify([enough, few])).not.toContain(`"${id}"`);
    expect(JSON.stringify([enough, few])).not.toContain(title);
  }
});

test('in a peer room it covers everybody who has still to sit, and is nothing when nobody has', () => {
  const lobby = stateOf(peerLobby({ slots: wish.slots }, pack));
  expect(peerForecast(lobby, idOf('hana'), NOTHING_HEARD).shares).toHaveLength(3);
  expect(peerForecast(lobby, null, NOTHING_HEARD).shares).toEqual([]);
  const heard = new Map(ids.map((id) => [id, [idOf('pia')]]));
  expect(peerForecast(lobby, idOf('hana'), heard)).toMatchObject({ unheard: 0, repeats: 6, heard: [] });
});

test('[ROTATE-5] in a peer room that wants a level, both the forecast and the rounds have the nearest questions', () => {
  const juniors = (level: string | null) => {
    const lobby = stateOf(peerLobby({ slots: wish.slots, level }, pack));
    const { shares } = peerForecast(lobby, idOf('hana'), NOTHING_HEARD);
    const counts = shares.flatMap((share) => share.levels.filter((one) => one.level === 'junior'));
    const plan = planPeerRound(lobby, idOf('hana'), NOTHING_HEARD);
    const own = plan.agenda.map((id) => pack.questions.find((question) => question.id === id)?.level);
    return [counts.reduce((sum, { count }) => sum + count, 0), own.includes('junior')];
  };
  expect(juniors(null)).toEqual([0, false]);
  expect(juniors('junior')).toEqual([4, true]);
});

test('in a led room it says which items the candidate has met, including exercises', () => {
  const heard = new Map([
    ['x1', [idOf('carl')]],
    ['g1-q2', [idOf('carl')]],
    ['elsewhere', [idOf('carl')]],
  ]);
  expect(ledForecast(pack, heard)).toMatchObject({
    items: 13,
    unheard: 11,
    heard: ['g1-q2', 'x1'],
    shares: [],
  });
});
