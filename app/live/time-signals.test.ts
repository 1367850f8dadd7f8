import { expect, test } from 'vitest';
import { signalPassed, type TimeSignal } from './time-signals';
import type { AnswerTime } from './use-time';

const all: Record<TimeSignal, string> = { half: 'half', 'last-minute': 'last-minute', over: 'over' };
const passed = (before: AnswerTime, now: AnswerTime) => signalPassed(before, now, all);

const at = (usedMs: number, targetMs = 180_000) => ({
  usedMs,
  targetMs,
  leftMs: targetMs - usedMs,
  running: true,
});

test('each signal is given once, at its time', () => {
  expect(passed(at(89_900), at(90_100))).toBe('half');
  expect(passed(at(90_100), at(119_500))).toBeNull();
  expect(passed(at(119_900), at(120_100))).toBe('last-minute');
  expect(passed(at(120_100), at(120_300))).toBeNull();
  expect(passed(at(179_800), at(180_050))).toBe('over');
});

test('after a sleep past several signals only the last is given', () => {
  expect(passed(at(60_000), at(185_000))).toBe('over');
  expect(passed(at(35_000, 100_000), at(55_000, 100_000))).toBe('half');
});

test('an added minute takes nothing back, and the signal for the last minute is given again', () => {
  expect(passed(at(185_000), at(185_000, 240_000))).toBeNull();
  expect(passed(at(130_000), at(130_000, 240_000))).toBeNull();
  expect(passed(at(179_900, 240_000), at(180_100, 240_000))).toBe('last-minute');
});

test('a short answer has no last minute', () => {
  expect(passed(at(29_900, 90_000), at(30_100, 90_000))).toBeNull();
});

test('if half of the time and the last minute coincide, the signal is about the minute', () => {
  const { half: _, ...withoutHalf } = all;
  expect(passed(at(59_900, 120_000), at(60_100, 120_000))).toBe('last-minute');
  expect(signalPassed(at(59_900, 120_000), at(60_100, 120_000), withoutHalf)).toBe('last-minute');
  expect(signalPassed(at(35_000, 100_000), at(55_000, 100_000), withoutHalf)).toBe('last-minute');
});
