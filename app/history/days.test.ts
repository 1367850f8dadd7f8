import { expect, test } from 'vitest';
import { startOfDay, writtenDay, zoneOf } from './days';

test('a day begins at midnight in the reader’s time zone, even when the clocks change', () => {
  const iso = (text: string, zone: string, later = 0) =>
    new Date(startOfDay(text, zone, later) ?? Number.NaN).toISOString();
  expect(iso('2026-10-01', 'UTC')).toBe('2026-10-01T00:00:00.000Z');
  expect(iso('2026-10-01', 'Europe/Berlin')).toBe('2026-09-30T22:00:00.000Z');
  expect(iso('2026-10-25', 'Europe/Berlin')).toBe('2026-10-24T22:00:00.000Z');
  expect(iso('2026-10-25', 'Europe/Berlin', 1)).toBe('2026-10-25T23:00:00.000Z');
  expect(iso('2026-10-01', 'Asia/Kolkata')).toBe('2026-09-30T18:30:00.000Z');
  expect(iso('2026-03-08', 'America/Los_Angeles')).toBe('2026-03-08T08:00:00.000Z');
});

test('a day is written as it was read', () => {
  for (const zone of ['UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/Los_Angeles', 'Pacific/Apia'])
    for (const day of ['2026-03-29', '2026-07-01', '2026-10-25', '2027-01-01'])
      expect(writtenDay(startOfDay(day, zone) ?? 0, zone)).toBe(day);
});

test('an invalid day or time zone is ignored', () => {
  expect(startOfDay('soon', 'UTC')).toBeNull();
  expect(startOfDay('2026-13-99', 'UTC')).toBeNull();
  expect(startOfDay(null, 'UTC')).toBeNull();
  expect(zoneOf('Mars/Olympus')).toBe('UTC');
  expect(zoneOf(null)).toBe('UTC');
  expect(zoneOf('Europe/Berlin')).toBe('Europe/Berlin');
});
