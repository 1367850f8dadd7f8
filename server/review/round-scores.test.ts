import { expect, test } from 'vitest';
import { interview, roomAfter } from '../testing/interview';
import { interviewPack } from '../testing/interview-pack';
import { marcus, priya, type Step, sam } from '../testing/interview-script';
import { competenciesOf, competencyScores, headlineMean, headlineOf } from './round-scores';

function scoresOf(steps: Step[]) {
  const state = roomAfter(steps);
  const [round] = state.rounds;
  if (!round) throw new Error('no round');
  const competencies = competenciesOf(state, round);
  return { competencies, headline: headlineOf(competencies) };
}

test('a competency’s mean is the plain mean of all first ratings of its asks, observers left out', () => {
  const { competencies } = scoresOf(interview());
  const means = competencies.map((competency) => [competency.groupId, competencyScores(competency)]);
  expect(Object.fromEntries(means)).toMatchObject({
    communication: { first: 13 / 3, second: 13 / 3, ratings: 3, lowest: 4, highest: 5 },
    delivery: { first: 3, second: 10 / 3, ratings: 3, lowest: 2, highest: 4 },
    'use-of-data': { first: 3.5, second: 3, ratings: 2 },
    'code-quality': { first: 3, ratings: 3 },
  });
});

test('the headline is the plain mean of all first ratings, and the second mean of the last words', () => {
  const { headline } = scoresOf(interview());
  expect(headline.first).toBeCloseTo((13 + 9 + 7 + 9) / 11, 10);
  expect(headline.second).toBeCloseTo((13 + 10 + 6 + 9) / 11, 10);
  expect(headline.ratings).toBe(11);
});

test('a competency’s ratings count as often as the pack says', () => {
  const pack = interviewPack();
  const heavier = pack.groups.map((group) => ({ ...group, weight: group.id === 'communication' ? 3 : 1 }));
  const { headline } = scoresOf(interview({ pack: { ...pack, groups: heavier } }));
  expect(headline.first).toBeCloseTo((3 * 13 + 9 + 7 + 9) / (3 * 3 + 8), 10);
});

test('a round without assessments has no number, and never 0', () => {
  expect(headlineMean([])).toBeNull();
  expect(headlineMean([{ value: 2, weight: 5 }])).toBe(2);
});

test('who moved and which way, among those who counted', () => {
  const { headline } = scoresOf(interview());
  expect(headline.moves).toEqual([
    { askId: 'a3', memberId: marcus, from: 2, to: 3 },
    { askId: 'a4', memberId: expect.stringContaining('aiko'), from: 4, to: 3 },
  ]);
  expect(headline.people.map(({ memberId }) => memberId)).not.toContain(sam);
  expect(headline.people.find(({ memberId }) => memberId === priya)).toEqual({
    memberId: priya,
    first: 3.5,
    second: 3.5,
  });
});

test('rating the same again is no move', () => {
  const steps = interview().map((step) =>
    step.event.type === 'RatedAgain' && step.by === marcus
      ? { ...step, event: { ...step.event, value: 2 } }
      : step,
  );
  expect(scoresOf(steps).headline.moves).toHaveLength(1);
});

test('[RATE-8] a rating after the reveal by somebody who had not assessed is no move, and in no mean', () => {
  const before = scoresOf(interview()).headline;
  const steps = interview().flatMap((step): Step[] => {
    const late: Step = { ...step, by: marcus, event: { type: 'RatedAgain', askId: 'a4', value: 1 } };
    return step.event.type === 'AskClosed' && step.event.askId === 'a4' ? [late, step] : [step];
  });
  expect(steps).toHaveLength(interview().length + 1);
  expect(scoresOf(steps).headline).toEqual(before);
});
