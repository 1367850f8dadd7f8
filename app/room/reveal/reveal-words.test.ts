import { expect, test } from 'vitest';
import type { Reveal, RevealStats } from '@/server/protocol/view-judging';
import { movesInWords, statsInWords } from './reveal-words';

const stats = (over: Partial<RevealStats>): RevealStats => ({
  mean: 3.5,
  secondMean: null,
  range: 1,
  ad: 0.5,
  flagged: false,
  cause: null,
  disputed: [],
  ...over,
});
const reveal = (ratings: [string, number | null, (number | null)?][], secondMean: number | null): Reveal => ({
  askId: 'a1',
  at: 0,
  ratings: Object.fromEntries(
    ratings.map(([memberId, first, second], index) => [
      memberId,
      {
        memberId,
        no: index + 1,
        first: { value: first, at: 0 },
        second: second === undefined ? null : { value: second, at: 1 },
      },
    ]),
  ),
  ticks: {},
  notes: {},
  finds: {},
  heardAtMs: {},
  stats: stats({ secondMean }),
});

test.each([
  [{}, 'Mean 3.5. Range 1; average distance 0.5.'],
  [{ mean: null, range: null, ad: null }, 'Nobody assessed this answer.'],
  [{ mean: 4, range: null, ad: null }, 'Mean 4.0. One rating, so there is nothing to compare.'],
  [{ mean: 4, range: 0, ad: 0 }, 'Mean 4.0. Everybody gave the same.'],
])('%j reads %j', (over, words) => expect(statsInWords(stats(over))).toBe(words));

test('a flagged disagreement comes with advice where to start', () => {
  expect(statsInWords(stats({ range: 3, cause: 'heard-differently' }))).toContain('heard different things');
  expect(statsInWords(stats({ range: 3, cause: 'weighed-differently' }))).toContain('weigh it differently');
});

test('the moves name each person and their ratings, and not assessed is not a zero', () => {
  const ratings: [string, number | null, (number | null)?][] = [
    ['Priya', 2, 3],
    ['Paul', null, 4],
    ['Ines', 5],
  ];
  expect(movesInWords(reveal(ratings, 3.5), (name) => name)).toBe(
    'After talking 3.5. Moved: Priya 2 → 3, Paul not assessed → 4.',
  );
  expect(movesInWords(reveal([['Priya', 2, 2]], 2), (name) => name)).toBe('After talking 2.0. Nobody moved.');
  expect(movesInWords(reveal([['Priya', 2]], null), (name) => name)).toBeNull();
});
