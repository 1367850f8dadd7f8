import { afterAll, beforeAll, expect, vi } from 'vitest';

/** Files of tests that share a process must leave it as they found it, so that their order does not matter. */
const [environment, found] = [{ ...process.env }, state()];
let globals: PropertyDescriptorMap = {};

// By now everything is loaded, and libraries have added what they share.
beforeAll(() => {
  globals = Object.getOwnPropertyDescriptors(globalThis);
});

afterAll(() => {
  expect(state()).toEqual(found);
  // By name, since an environment holds secrets.
  expect(changed(environment, process.env, (before, now) => before === now)).toEqual([]);
  expect(changed(globals, Object.getOwnPropertyDescriptors(globalThis), isSame)).toEqual([]);
});

function state() {
  return {
    folder: process.cwd(),
    // A log's last words at the end of the process disturb nobody.
    listeners: process.eventNames().flatMap((on) => (on === 'exit' ? [] : [[on, process.listenerCount(on)]])),
    hasFakeTimers: vi.isFakeTimers(),
    date: vi.getMockedSystemTime(),
  };
}

/** Node makes some globals when they are first used; before that they have a getter. */
function isSame(before?: PropertyDescriptor, now?: PropertyDescriptor): boolean {
  return Boolean(before && now && (before.get || Object.is(before.value, now.value)));
}

function changed<T>(
  before: Record<string, T>,
  now: Record<string, T>,
  same: (one: T | undefined, other: T | undefined) => boolean,
): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => !same(before[name], now[name]));
}
