import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { TrendPoint } from '@/server/protocol/history';
import { TrendLine } from './trend-line';

const point = (at: string): TrendPoint => ({
  at: Date.parse(at),
  mean: 3,
  ratings: 4,
  raters: 2,
  rounds: 1,
  fromFiles: 0,
  round: null,
});

/** What a reader sees below the figures of each point. */
function dates(monthly: boolean, ...points: TrendPoint[]): string[] {
  const trend = { groupId: 'g', title: 'Delivery', points };
  const html = renderToStaticMarkup(<TrendLine trend={trend} monthly={monthly} href={() => '/'} />);
  return html.split('4 by 2').slice(1).map(textOf);
}

const textOf = (html: string) =>
  (html.split('</a>')[0] ?? '')
    .replaceAll(/<[^>]*>/g, ' ')
    .trim()
    .replaceAll(/ +/g, ' ');

test('each point of a trend has its day, and the year where another begins', () => {
  const days = ['2025-12-30T12:00Z', '2026-01-02T12:00Z', '2026-01-09T12:00Z'].map(point);
  expect(dates(false, ...days)).toEqual(['30 Dec 2025', '2 Jan 2026', '9 Jan']);
});

test('a point that means a month has its month', () => {
  const months = ['2026-08-31T23:30Z', '2026-10-02T12:00Z'].map(point);
  expect(dates(true, ...months)).toEqual(['Aug 2026', 'Oct']);
});
