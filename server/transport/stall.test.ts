import { expect, test } from 'vitest';
import { Stall } from './stall';

function stalled() {
  const clock = { now: 0 };
  const stalls: number[] = [];
  const stall = new Stall(
    (ms) => void stalls.push(ms),
    () => clock.now,
  );
  return { stall, stalls, clock };
}

test('what is read just after a process stalled has waited, and what is read later has not', () => {
  const { stall, stalls, clock } = stalled();
  clock.now = 1_400;
  expect(stall.hasJustWoken()).toBe(false);
  clock.now = 3_000;
  expect(stall.hasJustWoken()).toBe(true);
  clock.now = 3_200;
  expect(stall.hasJustWoken()).toBe(true);
  clock.now = 3_300;
  expect(stall.hasJustWoken()).toBe(false);
  expect(stalls).toEqual([1_600]);
});

test('a command that was taken before knows that the process stalled, and one that came after does not', () => {
  const { stall, clock } = stalled();
  const before = stall.since();
  clock.now = 1_000;
  expect(before()).toBe(false);
  clock.now = 4_000;
  // Nothing ticked yet.
  expect(before()).toBe(true);
  const after = stall.since();
  clock.now = 5_000;
  expect([before(), after()]).toEqual([true, false]);
});
