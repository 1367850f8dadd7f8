import { expect, test } from 'vitest';
import { aMine, aView } from '@/app/live/fake-link';
import { lineOf } from './line';
import type { Moment } from './moments';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const clock = { askId: 'ak_1', targetMs: 3 * MINUTE, elapsedMs: 0, runningSince: 1, moment: false };

function moment(at: number, isAnswering = false): Moment {
  const view = aView({ clock: isAnswering ? clock : null });
  return { n: 1, at, time: at, kinds: ['other'], known: { audience: 'panelist', view, mine: aMine() } };
}

test('a panel that decides the next day leaves the questions their place on the line', () => {
  const asking = [0, 10, 20, 30, 40].map((minute) => moment(minute * MINUTE, minute < 40));
  const line = lineOf([...asking, moment(20 * HOUR)]);
  expect(line.to).toBe(20 * HOUR);
  expect(line.length).toBe(40 * MINUTE + 5 * SECOND);
  expect(line.left).toEqual({ count: 1, ms: 20 * HOUR - line.length });
  expect(line.placeOf(20 * MINUTE) / line.length).toBeCloseTo(0.5, 2);
  expect(line.placeOf(20 * HOUR)).toBe(line.length);
});

test('an answer without a moment is kept, and silence between answers is not', () => {
  const line = lineOf([moment(0), moment(25 * SECOND, true), moment(10 * MINUTE), moment(12 * MINUTE)]);
  expect(line.length).toBe(10 * MINUTE + 5 * SECOND);
  expect(line.left).toEqual({ count: 1, ms: 115 * SECOND });
});

test('a clock that somebody forgot overnight counts half an hour', () => {
  const line = lineOf([moment(0, true), moment(9 * HOUR)]);
  expect(line.length).toBe(30 * MINUTE);
});

test('a playback goes on behind a stretch that is left out', () => {
  const line = lineOf([moment(0), moment(HOUR), moment(HOUR + 10 * SECOND)]);
  const after = (at: number, passed: number) => line.timeAt(line.placeOf(at) + passed);
  expect(after(0, 4 * SECOND)).toBe(4 * SECOND);
  expect(after(4 * SECOND, SECOND)).toBe(HOUR);
  expect(after(30 * MINUTE, 2 * SECOND)).toBe(HOUR + 2 * SECOND);
  expect(after(HOUR + 8 * SECOND, 5 * SECOND)).toBe(line.to);
});

test('the line of somebody who joined late begins when they joined', () => {
  const line = lineOf([moment(20 * MINUTE), moment(20 * MINUTE + 10 * SECOND)]);
  expect([line.from, line.length]).toEqual([20 * MINUTE, 10 * SECOND]);
  expect([line.placeOf(0), line.timeAt(0)]).toEqual([0, 20 * MINUTE]);
});
