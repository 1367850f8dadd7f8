import { afterEach, expect, test, vi } from 'vitest';
import { localText, readLocal } from './local-text';

afterEach(() => void vi.unstubAllEnvs());

test.each([
  ['Europe/Berlin', '2026-12-08T14:00', '2026-12-08T13:00:00Z'],
  ['America/St_Johns', '2026-12-08T14:00', '2026-12-08T17:30:00Z'],
  ['Pacific/Apia', '2026-12-08T14:00', '2026-12-08T01:00:00Z'],
  ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
])('in %s, %s is %s, and is shown as it was typed', (zone, typed, utc) => {
  vi.stubEnv('TZ', zone);
  expect(readLocal(typed)).toBe(Date.parse(utc));
  expect(localText(Date.parse(utc))).toBe(typed);
});

test('a time that the clocks skip is shown as what was understood', () => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  expect(localText(readLocal('2026-03-29T02:30') ?? 0)).toBe('2026-03-29T03:30');
});

test('a field that is empty or half filled has no time', () => {
  expect(readLocal('')).toBeNull();
});
