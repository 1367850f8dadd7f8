import { expect, test } from 'vitest';
import { settings } from '@/server/protocol/commands';
import { LIMITS } from '@/server/protocol/words';
import { callLinkOf, type RoomWish, roomProblems } from './room-problems';

test.each([
  ['meet.example/abc', 'https://meet.example/abc'],
  ['us02web.zoom.us/j/1?pwd=2', 'https://us02web.zoom.us/j/1?pwd=2'],
  [' https://meet.example/abc ', 'https://meet.example/abc'],
  ['http://192.168.1.2/call', 'http://192.168.1.2/call'],
  ['192.168.1.2:8443', 'https://192.168.1.2:8443'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['', null],
])('the call link %s is sent as %s', (typed, sent) => expect(callLinkOf(typed)).toBe(sent));

test.each<Partial<RoomWish>>([
  {},
  ...['', 'A', 'x'.repeat(LIMITS.title), 'x'.repeat(LIMITS.title + 1)].map((title) => ({ title })),
  ...[null, 0, 14, 15, 90.5, 3_600, 3_601, -60, Number.NaN].map((targetSeconds) => ({ targetSeconds })),
  ...[
    null,
    'https://meet.example/abc',
    'http://192.168.1.2:8443/x?y#z',
    'https://münchen.example/ü',
    'javascript:alert(1)',
    'ftp://meet.example',
    'meet.example/abc',
    'https://',
    'https:///',
    'https:meet.example',
    'https://meet .example',
    `https://meet.example/${'x'.repeat(LIMITS.link)}`,
  ].map((callLink) => ({ callLink })),
])('the form takes what the room takes: %j', (wish) => {
  const { planned, startsAt, ...asked } = {
    ...{ title: 'Panel', planned: 1, targetSeconds: 180, callLink: null, startsAt: null },
    ...wish,
  };
  const { success } = settings.pick({ title: true, targetSeconds: true, callLink: true }).safeParse(asked);
  expect(Object.keys(roomProblems({ planned, startsAt, ...asked }, 0)).length === 0).toBe(success);
});
