import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readPack } from './read-pack';

const file = resolve(import.meta.dirname, '../../content/oyster-panel.md');
const reading = readPack(readFileSync(file, 'utf8'));
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

test('the panel is a bank: nine groups of six questions or more, and a dozen exercises', () => {
  expect(reading.ok).toBe(true);
  const { groups = [], questions = [], exercises = [] } = reading.pack ?? {};
  const sizes = groups.map(({ id }) => questions.filter(({ groupId }) => groupId === id).length);
  expect(sizes).toHaveLength(9);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(6);
  expect(exercises.length).toBeGreaterThanOrEqual(12);
  expect(new Set(exercises.map(({ language }) => language))).toEqual(new Set(['ruby', 'ts', 'sql']));
  expect(reading.counts.tips).toBeGreaterThanOrEqual(5);
});

test('the first ten questions come first in their groups, keep their ids and are marked as the classic panel', () => {
  const { groups = [], questions = [] } = reading.pack ?? {};
  const marked = questions.filter(({ classic }) => classic).map(({ id }) => id);
  expect(marked).toEqual(CLASSIC);
  const first = groups.map(({ id }) => questions.find(({ groupId }) => groupId === id)?.id);
  expect(CLASSIC).toEqual(expect.arrayContaining(first));
});
