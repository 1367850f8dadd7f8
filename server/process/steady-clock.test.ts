import { expect, test } from 'vitest';
import { steadyClock } from './steady-clock';

function machine() {
  const clock = { wall: 1_790_000_000_000, steady: 5_000, up: 90_000 };
  const lines: object[] = [];
  const log = { warn: (detail: object) => void lines.push(detail) };
  const steady = steadyClock(log, {
    wall: () => clock.wall,
    steady: () => clock.steady,
    up: () => clock.up,
  });
  const goesBy = (ms: number) => {
    clock.wall += ms;
    clock.steady += ms;
    clock.up += ms;
  };
  const sleeps = (ms: number) => {
    clock.wall += ms;
    clock.up += ms;
  };
  return { clock, steady, goesBy, sleeps, lines };
}

test('moving the clock by an hour does not count as time that passed', () => {
  const { clock, steady, goesBy } = machine();
  const began = steady.now();
  expect(began).toBe(clock.wall);
  goesBy(1_000);
  clock.wall += 3_600_000;
  expect(steady.now() - began).toBe(1_000);
  goesBy(1_000);
  clock.wall -= 7_200_000;
  expect(steady.now() - began).toBe(2_000);
  expect(steady.skew()).toBe(-3_600_000);
});

test('the log reports once that a clock was set, and again when it was corrected', () => {
  const { clock, steady, lines } = machine();
  clock.wall += 1_500;
  steady.look(() => false);
  expect(lines).toEqual([]);
  clock.wall += 3_600_000;
  steady.look(() => false);
  steady.look(() => false);
  expect(lines).toEqual([{ state: 'clock-set', aheadMs: 3_601_500 }]);
  clock.wall -= 3_601_500;
  steady.look(() => false);
  expect(lines).toHaveLength(2);
});

test('the time that the machine slept has passed', () => {
  const { clock, steady, goesBy, sleeps, lines } = machine();
  const began = steady.now();
  sleeps(8 * 3_600_000);
  steady.look(() => false);
  goesBy(1_000);
  steady.look(() => false);
  expect(steady.now() - began).toBe(8 * 3_600_000 + 1_000);
  expect(steady.now()).toBe(clock.wall);
  expect(lines).toEqual([]);
});

test('once nobody is connected, a clock that was set is taken over', () => {
  const { clock, steady, goesBy } = machine();
  for (const step of [3_600_000, -7_200_000]) {
    clock.wall += step;
    steady.look(() => false);
    expect(steady.skew()).toBe(step);
    goesBy(10_000);
    steady.look(() => true);
    expect(steady.now()).toBe(clock.wall);
  }
});
