import { expect, test } from 'vitest';
import { levelOf } from './level';

const tone = (amplitude: number) =>
  Float32Array.from({ length: 480 }, (_, at) => amplitude * Math.sin((2 * Math.PI * at) / 48));

test('silence is 0, and a shout is 1', () => {
  expect(levelOf(new Float32Array(480))).toBe(0);
  expect(levelOf(tone(1))).toBe(1);
});

test('speech at an arm’s length moves the needle to the middle', () => {
  const level = levelOf(tone(0.03));
  expect(level).toBeGreaterThan(0.3);
  expect(level).toBeLessThan(0.7);
});

test('an empty piece of sound is silence', () => {
  expect(levelOf(new Float32Array(0))).toBe(0);
});
