import { expect, test } from 'vitest';
import { hourInWords, timeInWords } from './time-in-words';

test.each([
  ['Europe/Berlin', 'Tue 8 Dec at 14:00, Berlin time (UTC+1)'],
  ['Asia/Kolkata', 'Tue 8 Dec at 18:30, Kolkata time (UTC+5:30)'],
  ['Asia/Calcutta', 'Tue 8 Dec at 18:30, Kolkata time (UTC+5:30)'],
  ['America/New_York', 'Tue 8 Dec at 08:00, New York time (UTC-5)'],
  ['Pacific/Apia', 'Wed 9 Dec at 02:00, Apia time (UTC+13)'],
  ['UTC', 'Tue 8 Dec at 13:00, UTC'],
])('in %s a reader sees %s', (zone, words) =>
  expect(timeInWords(Date.parse('2026-12-08T13:00Z'), zone)).toBe(words),
);

test.each([
  ['UTC', '23:50 on Mon 7 Dec'],
  ['Europe/Berlin', '00:50'],
  ['America/New_York', '18:50'],
])('in %s the hour before five past midnight UTC is %s', (zone, words) =>
  expect(hourInWords(Date.parse('2026-12-07T23:50Z'), Date.parse('2026-12-08T00:05Z'), zone)).toBe(words),
);
