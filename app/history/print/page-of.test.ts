import { expect, test } from 'vitest';
import { pageOf } from './page-of';

const all = Array.from({ length: 34 }, (_, index) => index);

test('the pages together hold every scorecard that was chosen, each once', () => {
  const pages = ['1', '2'].map((no) => pageOf(all, no, 20));
  expect(pages.flatMap(({ shown }) => shown)).toEqual(all);
  expect(pages.map(({ first, shown }) => [first, first + shown.length - 1])).toEqual([
    [1, 20],
    [21, 34],
  ]);
});

test('an address that names no page shows the first, or the last if it goes too far', () => {
  expect([undefined, '0', '-1', 'x', ['1', '2']].map((asked) => pageOf(all, asked, 20).no)).toEqual([
    1, 1, 1, 1, 1,
  ]);
  expect(pageOf(all, '9', 20).no).toBe(2);
  expect(pageOf([], '1', 20)).toEqual({ no: 1, pages: 1, first: 1, shown: [] });
});
