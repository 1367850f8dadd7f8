import { expect, test } from 'vitest';
import { keyMeans } from './key-means';
import { SPEEDS, type Speed, speedAfter, speedInWords } from './use-playing';

const KEYS = [' ', 'j', 'l', ',', '.', 'L', 'x', 'Enter'];

test('each key has its meaning, with or without shift', () => {
  expect(KEYS.map((key) => keyMeans(key, true))).toEqual([
    { does: 'toggle' },
    { does: 'jump', step: -1 },
    { does: 'jump', step: 1 },
    { does: 'faster', step: -1 },
    { does: 'faster', step: 1 },
    { does: 'jump', step: 1 },
    null,
    null,
  ]);
});

test('where single keys are off, only space does something', () => {
  expect(KEYS.filter((key) => keyMeans(key, false) !== null)).toEqual([' ']);
});

test('the speed goes up and down step by step, from 1 to 16, and stays at either end', () => {
  const up: Speed[] = [1];
  for (const _ of SPEEDS) up.push(speedAfter(up.at(-1) ?? 1, 1));
  expect(up).toEqual([1, 2, 4, 8, 16, 16]);
  expect([16, 2, 1].map((speed) => speedAfter(speed as Speed, -1))).toEqual([8, 1, 1]);
});

test('a change of speed by keys is told, and so is that there is no more', () => {
  expect(speedInWords(2, 4)).toBe('Speed 4×');
  expect(speedInWords(16, 16)).toBe('Speed 16×, the fastest');
  expect(speedInWords(1, 1)).toBe('Speed 1×, the slowest');
});
