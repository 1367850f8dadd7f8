import { expect, test } from 'vitest';
import { scorecardFor } from '@/server/review/scorecard';
import { interview, roomAfter } from '@/server/testing/interview';
import { marcus, ROUND } from '@/server/testing/interview-script';
import { polygon, shapeOf, wrapped } from './shape';

test('a spoke for every competency that somebody rated, the first straight up, a higher mean further out', () => {
  const card = scorecardFor(roomAfter(interview()), ROUND, marcus);
  const { axes, panel, self } = shapeOf(card?.competencies ?? []);
  expect(axes.map(({ competency }) => competency.groupId)).toEqual([
    'communication',
    'delivery',
    'use-of-data',
    'code-quality',
  ]);
  expect(panel).toHaveLength(4);
  expect(self).toHaveLength(3);
  const [up] = axes;
  expect(up?.at(5).x).toBe(0);
  expect(up?.at(5).y).toBeLessThan(up?.at(4).y ?? 0);
});

test('a path through dots is closed', () => {
  expect(
    polygon([
      { x: 0, y: -1 },
      { x: 1, y: 0 },
      { x: 0, y: 1 },
    ]),
  ).toBe('M0 -1L1 0L0 1Z');
});

test.each([
  ['Delivery', ['Delivery']],
  ['Code & Architecture Quality', ['Code &', 'Architecture', 'Quality']],
  ['Donaudampfschifffahrtsgesellschaft', ['Donaudampfschifff…']],
  ['One of the longest names that a pack could have', ['One of the', 'longest names', 'that a pack…']],
])('%s fits on few lines', (title, lines) => expect(wrapped(title)).toEqual(lines));
