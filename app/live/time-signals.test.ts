import { expect, test } from 'vitest';
import { signalPassed } from './time-signals';

const at = (usedMs: number, targetMs = 180_000) => ({
  usedMs,
  targetMs,
  leftMs: targetMs - usedMs,
  running: true,
});

test('each signal comes once, when it is passed', () => {
  expect(signalPassed(at(89_900), at(90_100))).toBe('half');
  expect(signalPassed(at(90_100), at(119_500))).toBeNull();
  expect(signalPassed(at(119_900), at(120_100))).toBe('last-minute');
  expect(signalPassed(at(120_100), at(120_300))).toBeNull();
  expect(signalPassed(at(179_800), at(180_050))).toBe('over');
});

test('after a sleep over several only the last is said', () => {
  expect(signalPassed(at(60_000), at(185_000))).toBe('over');
  expect(signalPassed(at(35_000, 100_000), at(55_000, 100_000))).toBe('half');
});

test('a minute more takes nothing back, and the minute before the new end is said again', () => {
  expect(signalPassed(at(185_000), at(185_000, 240_000))).toBeNull();
  expect(signalPassed(at(130_000), at(130_000, 240_000))).toBeNull();
  expect(signalPassed(at(179_900, 240_000), at(180_100, 240_000))).toBe('last-minute');
});

test('a short answer has no last minute', () => {
  expect(signalPassed(at(29_900, 90_000), at(30_100, 90_000))).toBeNull();
});
