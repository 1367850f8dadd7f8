import { describe, expect, test } from 'vitest';
import { MOST_IN_ARC, seatPlaces } from './seat-places';

describe('seats around the chair', () => {
  test('one panelist sits opposite the candidate', () => {
    expect(seatPlaces(1)).toEqual([{ x: 50, y: 15 }]);
  });

  test.each(Array.from({ length: MOST_IN_ARC }, (_, n) => n + 1))(
    '%i seats are in order, inside the frame and apart',
    (count) => {
      const places = seatPlaces(count);
      expect(places).toHaveLength(count);
      for (const [at, { x, y }] of places.entries()) {
        expect(x).toBeGreaterThan(5);
        expect(x).toBeLessThan(95);
        expect(y).toBeGreaterThan(5);
        expect(y).toBeLessThan(90);
        const next = places[at + 1];
        if (next) expect(Math.hypot(next.x - x, next.y - y)).toBeGreaterThan(12);
      }
    },
  );

  test('they are symmetrical', () => {
    const [first, , , last] = seatPlaces(4);
    expect((first?.x ?? 0) + (last?.x ?? 0)).toBeCloseTo(100);
  });
});
