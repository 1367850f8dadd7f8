import { expect, test } from 'vitest';
import { shipped } from '../testing/shipped-packs';

const { groups, questions, exercises } = shipped('oyster-panel').pack;
const CLASSIC = [
  'month-end',
  'two-readings',
  'silent-friction',
  'changed-midway',
  'slow-for-some',
  'better-in-a-year',
  'deploy-in-flight',
  'rarely-online',
  'region-lost',
  'follow-the-iban',
];

/** The ids of the original guide's groups. The former "advanced topics" now have their own names. */
const GUIDE = [
  'engineering-excellence',
  'communication',
  'customer-centricity',
  'impact-results',
  'use-of-data',
  'code-architecture-quality',
  'delivery',
  'how-we-work',
];

test('the panel is a bank: ten competencies, each with four questions or more and one about what happened', () => {
  expect(groups).toHaveLength(10);
  expect(groups.map(({ id }) => id)).toEqual(expect.arrayContaining(GUIDE));
  for (const { id } of groups) {
    const own = questions.filter(({ groupId }) => groupId === id);
    expect(own.length).toBeGreaterThanOrEqual(GUIDE.includes(id) ? 6 : 4);
    expect(own.filter(({ behavioural }) => behavioural)).not.toEqual([]);
  }
  expect(new Set(exercises.map(({ language }) => language))).toEqual(new Set(['ruby', 'ts', 'sql']));
  expect(new Set(questions.map(({ level }) => level))).toEqual(new Set(['junior', 'mid', 'senior', 'staff']));
});

test('the first ten questions keep their ids, are marked as the classic panel, and cover every competency', () => {
  const marked = questions.filter(({ classic }) => classic);
  expect(marked.map(({ id }) => id)).toEqual(CLASSIC);
  expect(new Set(marked.map(({ groupId }) => groupId)).size).toBe(groups.length);
});
