import { expect, test, vi } from 'vitest';
import { ServerClock } from './server-clock';

/** A server five seconds ahead of a laptop; the test moves both ends of a round trip. */
function laptop() {
  const now = { here: 100_000 };
  return { now, clock: new ServerClock(() => now.here), server: () => now.here + 5_000 };
}

function roundTrip(l: ReturnType<typeof laptop>, out: number, back: number) {
  const sentAt = l.now.here;
  l.now.here += out;
  const at = l.server();
  l.now.here += back;
  l.clock.answered(sentAt, at);
}

test('of several measurements the one with the shortest round trip counts', () => {
  const l = laptop();
  roundTrip(l, 400, 10);
  roundTrip(l, 10, 10);
  roundTrip(l, 20, 700);
  expect(l.clock.now() - l.server()).toBe(0);
});

test('before any answer, the least late frame counts', () => {
  const l = laptop();
  const written = l.server();
  l.now.here += 80;
  l.clock.heard(written);
  expect(l.clock.now() - l.server()).toBe(-80);
  l.clock.heard(l.server() - 20);
  expect(l.clock.now() - l.server()).toBe(-20);
});

test('a page whose clock stopped while the laptop slept notices with the next frame', () => {
  const l = laptop();
  roundTrip(l, 10, 10);
  const serverNow = l.server() + 60_000;
  expect(l.clock.heard(serverNow)).toBe(true);
  expect(l.clock.now()).toBe(serverNow);
});

test('frames trigger a new measurement only when the last one is old', () => {
  const l = laptop();
  expect(l.clock.heard(l.server())).toBe(true);
  roundTrip(l, 10, 10);
  expect(l.clock.heard(l.server())).toBe(false);
  l.now.here += 10 * 60_000;
  expect(l.clock.heard(l.server())).toBe(true);
});

test('a change of the machine’s clock, in either direction, has no effect', () => {
  vi.useFakeTimers({ now: 1_000_000 });
  const clock = new ServerClock();
  clock.answered(clock.local(), 5_000_000);
  vi.setSystemTime(9_000_000);
  expect(clock.now()).toBe(5_000_000);
  vi.setSystemTime(10);
  vi.advanceTimersByTime(250);
  expect(clock.now()).toBe(5_000_250);
  vi.useRealTimers();
});
