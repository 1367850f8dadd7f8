import { expect, test } from 'vitest';
import { SHIPPED } from '../testing/shipped-packs';
import { keyOf, sheetOf, trialOf } from './trial';

const packs = SHIPPED.map(({ pack }) => pack);

test('a trial is the same for a seed, and another for the next', () => {
  expect(sheetOf(trialOf(packs, 3))).toBe(sheetOf(trialOf(packs, 3)));
  expect(sheetOf(trialOf(packs, 4))).not.toBe(sheetOf(trialOf(packs, 3)));
});

test('its sheet has ten items and the rule of the scale, and tells nothing of its key', () => {
  const items = trialOf(packs, 3);
  const sheet = sheetOf(items);
  expect(sheet.match(/^## \d+$/gm)).toHaveLength(10);
  expect(sheet).toContain('2 is the highest rating');
  expect(items.map(({ sample }) => sheet.includes(sample.text))).toEqual(items.map(() => true));
  const reasons = items.flatMap(({ sample }) => [sample.notHigher, sample.notLower]);
  expect(reasons.filter((reason) => reason !== null && sheet.includes(reason))).toEqual([]);
  expect(keyOf(items).match(/^\d+\. .+: [1-5]$/gm)).toHaveLength(10);
});

test('a reader is told which issues of an exercise are critical', () => {
  const items = packs.flatMap(({ id, exercises }) =>
    exercises.flatMap((item) => item.samples.map((sample) => ({ packId: id, item, sample }))),
  );
  const sheet = sheetOf(items);
  for (const { item } of items)
    for (const { severity, text } of item.points) expect(sheet).toContain(`- [${severity}] ${text}`);
});
