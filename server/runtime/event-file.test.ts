import { expect, test } from 'vitest';
import { eventFile } from './event-file';

const appointment = {
  key: 'rm_1/iv_1',
  title: 'Staff engineer, second panel',
  description: 'You take the hot seat.\nThe lobby opens 15 minutes before.',
  url: 'https://hotseat.example/room/rm_1',
  startsAt: Date.parse('2026-12-08T13:00Z'),
};
const NOW = Date.parse('2026-12-01T09:30Z');
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');

test('an appointment has its time in UTC, its link and a reminder', () => {
  expect(unfolded(eventFile(appointment, NOW))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hotseat//EN',
    'BEGIN:VEVENT',
    expect.stringMatching(/^UID:[0-9a-f]{32}@hotseat\.example$/),
    'SEQUENCE:218280600',
    'DTSTAMP:20261201T093000Z',
    'DTSTART:20261208T130000Z',
    'DTEND:20261208T140000Z',
    'SUMMARY:Staff engineer\\, second panel',
    'DESCRIPTION:You take the hot seat.\\nThe lobby opens 15 minutes before.',
    'LOCATION:https://hotseat.example/room/rm_1',
    'URL:https://hotseat.example/room/rm_1',
    'STATUS:CONFIRMED',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-PT15M',
    'DESCRIPTION:Staff engineer\\, second panel',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('a file for oneself is no message of an organizer, so it names no method', () => {
  expect(unfolded(eventFile(appointment, NOW)).filter((line) => /^(METHOD|ORGANIZER)/.test(line))).toEqual(
    [],
  );
});

test('a later file of the same appointment takes the place of an earlier one', () => {
  const lines = (now: number) => unfolded(eventFile(appointment, now));
  const of = (now: number, name: string) => lines(now).find((line) => line.startsWith(name));
  expect(of(NOW, 'UID')).toBe(of(NOW + 1_000, 'UID'));
  expect(of(NOW, 'SEQUENCE')).not.toBe(of(NOW + 1_000, 'SEQUENCE'));
});

test('an appointment that is off is cancelled in a calendar that has it, and reminds nobody', () => {
  const on = unfolded(eventFile(appointment, NOW));
  const off = unfolded(eventFile({ ...appointment, isOff: true }, NOW + 60_000));
  expect(off).toContain('STATUS:CANCELLED');
  expect(off).not.toContain('BEGIN:VALARM');
  const uid = on.filter((line) => line.startsWith('UID:'));
  expect(off).toEqual(expect.arrayContaining(uid));
});

test('a title makes no property of its own', () => {
  const file = eventFile({ ...appointment, title: 'x\r\nATTENDEE:mailto:a@b\u0000; y' }, NOW);
  expect(unfolded(file)).toContain('SUMMARY:x\\nATTENDEE:mailto:a@b\\; y');
  expect(unfolded(file).some((line) => line.startsWith('ATTENDEE'))).toBe(false);
});

test('no line has more than 75 octets, and no character is cut', () => {
  const title = `${'ß'.repeat(60)}${'🎓'.repeat(30)}`;
  const file = eventFile({ ...appointment, title }, NOW);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(unfolded(file)).toContain(`SUMMARY:${title}`);
});
