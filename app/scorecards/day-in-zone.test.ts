import { expect, test } from 'vitest';
import { dayInZone } from './day-in-zone';

const at = Date.UTC(2026, 9, 14, 23, 30);

test('a day is in the reader’s own zone, which is named if others would say another day', () => {
  expect(dayInZone(at, 'UTC')).toEqual({ words: '14 October 2026, 23:30', zone: 'UTC', isAmbiguous: false });
  expect(dayInZone(at, 'America/New_York')).toMatchObject({
    words: '14 October 2026, 19:30',
    isAmbiguous: false,
  });
  const berlin = dayInZone(at, 'Europe/Berlin');
  expect(berlin).toMatchObject({ words: '15 October 2026, 01:30', isAmbiguous: true });
  expect(berlin.zone).toMatch(/^(CEST|GMT\+2)$/);
});

test('the hour that comes twice at the end of summer time names its zone, and the hours around it do not', () => {
  const first = dayInZone(Date.UTC(2026, 9, 25, 0, 30), 'Europe/Berlin');
  const second = dayInZone(Date.UTC(2026, 9, 25, 1, 30), 'Europe/Berlin');
  expect([first.words, first.isAmbiguous]).toEqual(['25 October 2026, 02:30', true]);
  expect([second.words, second.isAmbiguous]).toEqual([first.words, true]);
  expect(second.zone).not.toBe(first.zone);
  expect(dayInZone(Date.UTC(2026, 9, 25, 2, 30), 'Europe/Berlin').isAmbiguous).toBe(false);
  // Half an hour, from 02:00 back to 01:30.
  expect(dayInZone(Date.UTC(2026, 3, 4, 14, 45), 'Australia/Lord_Howe').isAmbiguous).toBe(true);
});
