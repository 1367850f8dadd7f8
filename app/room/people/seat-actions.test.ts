import { expect, test } from 'vitest';
import { seatActions } from './seat-actions';

const nothing = () => {};
const seat = {
  isHost: false,
  callLink: null as string | null,
  theme: { label: 'Dark theme', turn: nothing },
  openCall: nothing,
  leaveForNow: nothing,
  leave: nothing,
};
const labels = (change: Partial<typeof seat>) =>
  seatActions({ ...seat, ...change }).map(({ label }) => label);

test('the command menu has the call, the theme and the ways out', () => {
  expect(labels({})).toEqual(['Dark theme', 'Leave for now', 'Leave the room']);
  expect(labels({ isHost: true })).toEqual(['Dark theme', 'Leave for now']);
  expect(labels({ callLink: 'https://call.example/x' })[0]).toBe('Open the call');
});

test('the call that is opened is the room’s', () => {
  const opened: string[] = [];
  const callLink = 'https://call.example/x';
  const [call] = seatActions({ ...seat, callLink, openCall: (link) => void opened.push(link) });
  call?.run();
  expect(opened).toEqual([callLink]);
});
