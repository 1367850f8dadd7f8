import { expect, test } from 'vitest';
import { changedLine, panelWriter, playedTo } from './playhead';

test('a playback runs at the chosen speed, and stops at its end', () => {
  expect(playedTo(0, 100, 4, [5_000], 9_000)).toBe(400);
  expect(playedTo(8_900, 1_000, 16, [], 9_000)).toBe(9_000);
});

test('a quiet stretch is left out up to shortly before the next event', () => {
  expect(playedTo(0, 100, 1, [60_000], 90_000)).toBe(59_100);
  expect(playedTo(0, 100, 1, [9_000], 90_000)).toBe(100);
  expect(playedTo(60_000, 100, 1, [60_000], 90_000)).toBe(89_100);
});

test('the line that changed is the first that differs', () => {
  expect(changedLine('a\nb', 'a\nb')).toBeNull();
  expect(changedLine('a\nb', 'a\nc')).toBe(2);
  expect(changedLine('a\nb', 'a')).toBe(1);
  expect(changedLine('a', 'a\nb')).toBe(2);
});

test('the newest change in a stretch says which panelist wrote it', () => {
  const updates = [{ at: 0 }, { at: 100, by: 'pia' }, { at: 200 }];
  expect(panelWriter(updates, -900, 0)).toBeNull();
  expect(panelWriter(updates, -850, 150)).toBe('pia');
  expect(panelWriter(updates, -750, 250)).toBeNull();
  expect(panelWriter(updates, 200, 1_200)).toBeNull();
});
