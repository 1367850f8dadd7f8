import { expect, test } from 'vitest';
import { called, calledAll, namesakes } from './namesakes';

test('the order of joining distinguishes people whose names look alike, and nobody else is marked', () => {
  const people = [
    { id: 'a', name: 'Anna' },
    { id: 'b', name: 'Ben' },
    { id: 'c', name: 'Anna' },
    { id: 'd', name: 'ANNA' },
  ];
  expect(namesakes(people)).toEqual([
    { id: 'a', place: 1, words: 'joined first', which: 'the first Anna here' },
    { id: 'c', place: 2, words: 'joined second', which: 'the second Anna here' },
    { id: 'd', place: 3, words: 'joined third', which: 'the third ANNA here' },
  ]);
});

test('of two people of one name each is called otherwise, and anybody else by their name', () => {
  const people = [
    { id: 'a', name: 'Anna' },
    { id: 'b', name: 'anna' },
    { id: 'c', name: 'Cleo' },
  ];
  const alike = new Map(namesakes(people).map((one) => [one.id, one]));
  expect(people.map(({ id, name }) => called(name, alike.get(id)))).toEqual(['Anna (1)', 'anna (2)', 'Cleo']);
});

test('people who left are distinguished from those who are here, and from each other', () => {
  const here = [
    { id: 'a', name: 'Anna' },
    { id: 'b', name: 'Ben' },
  ];
  const gone = [
    { id: 'c', name: 'anna' },
    { id: 'd', name: 'Cleo' },
    { id: 'e', name: 'Cleo' },
  ];
  const names = calledAll(here, gone);
  expect(['a', 'b', 'c', 'd', 'e'].map((id) => names.get(id))).toEqual([
    'Anna',
    'Ben',
    'anna (left)',
    'Cleo (1)',
    'Cleo (2)',
  ]);
});
