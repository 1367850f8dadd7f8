import { expect, test } from 'vitest';
import { Ways } from './ways';

const first = (ways: Ways) => ways.order()[0];

test('a first attempt that runs out of time is followed by one over long polling, and then they take turns', () => {
  const ways = new Ways();
  expect(first(ways)).toBe('websocket');
  const tried = [1, 2, 3].map(() => {
    ways.ranOutOfTime();
    return first(ways);
  });
  expect(tried).toEqual(['polling', 'websocket', 'polling']);
});

test('the way that worked is tried first again', () => {
  const ways = new Ways();
  ways.ranOutOfTime();
  ways.worked('polling');
  expect(first(ways)).toBe('polling');
});

test('where WebSockets worked, a line that is cut for a moment does not end in long polling', () => {
  const ways = new Ways();
  ways.worked('websocket');
  ways.ranOutOfTime();
  ways.ranOutOfTime();
  expect(first(ways)).toBe('websocket');
  ways.ranOutOfTime();
  expect(first(ways)).toBe('polling');
  ways.ranOutOfTime();
  expect(first(ways)).toBe('websocket');
});
