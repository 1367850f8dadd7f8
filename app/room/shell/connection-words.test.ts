import { expect, test, vi } from 'vitest';
import { aBrowser } from '@/app/live/a-browser';
import { comfort, troubleOf } from './connection-words';

const browser = aBrowser();

test('a network that changes before the room is known never leaves a page without a word', async () => {
  const { link, client } = browser.open();
  client.networkChanged(false);
  expect(troubleOf(client.getState())).toBe('offline-outside');
  expect(comfort('offline-outside', false)).toBe('The room opens when your network is back.');
  client.networkChanged(true);
  expect(client.getState().connection).toEqual({ kind: 'connecting', slow: false });
  await vi.advanceTimersByTimeAsync(4_000);
  expect(troubleOf(client.getState())).toBe('blocked');
  link.connect();
  expect(troubleOf(client.getState())).toBeNull();
});

test('a line that stays cut is told apart from one that is back in a moment', async () => {
  const { link, client } = browser.open();
  link.connect();
  link.cut();
  expect(troubleOf(client.getState())).toBe('reconnecting');
  await vi.advanceTimersByTimeAsync(19_000);
  expect(troubleOf(client.getState())).toBe('reconnecting');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(troubleOf(client.getState())).toBe('cut');
  expect(comfort('cut', true)).toMatch(/WebSockets.*phone’s, may help\. What you did is kept here/);
  link.connect();
  expect(troubleOf(client.getState())).toBeNull();
  link.cut();
  expect(troubleOf(client.getState())).toBe('reconnecting');
});
