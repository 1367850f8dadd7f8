import { expect, test } from 'vitest';
import { atTheDoor, sightOf } from './door-words';

test('two people at the door get a line each, and all others are counted on one', () => {
  expect(atTheDoor(['a', 'b'])).toEqual({ shown: ['a', 'b'], more: null });
  expect(atTheDoor(['a', 'b', 'c'])).toEqual({ shown: ['a', 'b'], more: '1 more is waiting.' });
  const crowd = Array.from({ length: 15 }, (_, no) => no);
  expect(atTheDoor(crowd)).toEqual({ shown: [0, 1], more: '13 more are waiting.' });
});

test('the host is told who will see the key points of a live round', () => {
  const sees = 'see the questions and key points of this round.';
  expect(sightOf(['panelist', 'observer'])).toBe(`Once in, they ${sees}`);
  expect(sightOf(['panelist', 'candidate'])).toBe(`Once in, the panelists and observers ${sees}`);
  expect(sightOf(['candidate'])).toBe('');
});
