import { expect, test } from 'vitest';
import { thresholdPassed } from './time-words';

test('each threshold is said once, when it is passed', () => {
  expect(thresholdPassed(61_000, 60_500)).toBeNull();
  expect(thresholdPassed(60_100, 59_900)).toBe('About one minute left.');
  expect(thresholdPassed(59_900, 59_700)).toBeNull();
  expect(thresholdPassed(200, -50)).toContain('round off');
});

test('after a sleep over both only the last is said', () => {
  expect(thresholdPassed(120_000, -5_000)).toContain('round off');
});

test('a minute more takes nothing back', () => {
  expect(thresholdPassed(-5_000, 55_000)).toBeNull();
});
