import { expect, test } from 'vitest';
import { dayInZone } from './day-in-zone';

const at = Date.UTC(2026, 9, 14, 23, 30);

test('a day is in the reader’s own zone, which is named if others would say another day', () => {
  expect(dayInZone(at, 'UTC')).toBe('14 October 2026, 23:30');
  expect(dayInZone(at, 'America/New_York')).toBe('14 October 2026, 19:30');
  expect(dayInZone(at, 'Europe/Berlin')).toMatch(/^15 October 2026, 01:30 (CEST|GMT\+2)$/);
});
