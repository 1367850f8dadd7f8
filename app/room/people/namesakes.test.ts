import { expect, test } from 'vitest';
import { namesakes } from './namesakes';

test('people of one name are told apart by the order in which they joined, and nobody else gets a second line', () => {
  const people = [
    { id: 'a', name: 'Anna' },
    { id: 'b', name: 'Ben' },
    { id: 'c', name: 'Anna' },
  ];
  expect(namesakes(people)).toEqual([
    { id: 'a', words: 'first Anna here' },
    { id: 'c', words: 'second Anna here' },
  ]);
});
