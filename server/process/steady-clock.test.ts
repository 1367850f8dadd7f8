import { expect, test } from 'vitest';
import { steadyClock } from './steady-clock';

function machine() {
  const clock = { wall: 1_790_000_000_000, steady: 5_000 };
  const lines: object[] = [];
  const log = { warn: (detail: object) => void lines.push(detail) };
  const steady = steadyClock(
    log,
    () => clock.wall,
    () => clock.steady,
  );
  const goesBy = (ms: number) => {
    clock.wall += ms;
    clock.steady += ms;
  };
  return { clock, steady, goesBy, lines };
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
  steady.look();
  expect(lines).toEqual([]);
  clock.wall += 3_600_000;
  steady.look();
  steady.look();
  expect(lines).toEqual([{ state: 'clock-set', aheadMs: 3_601_500 }]);
  clock.wall -= 3_601_500;
  steady.look();
  expect(lines).toHaveLength(2);
});
