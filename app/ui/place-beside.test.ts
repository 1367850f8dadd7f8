import { expect, test } from 'vitest';
import { beside } from './place-beside';

const screen = { width: 400, height: 300 };
const box = { width: 100, height: 20 };
const anchor = (left: number, top: number) => ({ left, top, width: 40, height: 40 });

test('is centred on the given side', () => {
  expect(beside(anchor(180, 100), box, 'bottom', screen)).toEqual({ left: 150, top: 146 });
  expect(beside(anchor(180, 100), box, 'right', screen)).toEqual({ left: 226, top: 110 });
});

test('moves to the opposite side if it does not fit', () => {
  expect(beside(anchor(180, 250), box, 'bottom', screen).top).toBe(224);
  expect(beside(anchor(350, 100), box, 'right', screen).left).toBe(244);
});

test('never leaves the screen', () => {
  expect(beside(anchor(380, 100), box, 'bottom', screen).left).toBe(292);
  expect(beside(anchor(0, 100), box, 'top', screen).left).toBe(8);
});
