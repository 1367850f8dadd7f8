import { expect, test } from 'vitest';
import { uniqueInitials } from './unique-initials';

const of = (...names: string[]) => [
  ...uniqueInitials(names.map((name, index) => ({ id: String(index), name }))).values(),
];

test('initials distinguish everybody, with more letters or a number where needed', () => {
  expect(of('Priya Nair', 'Lee')).toEqual(['PN', 'L']);
  expect(of('Priya', 'Pedro', 'Lee')).toEqual(['Pr', 'Pe', 'L']);
  expect(of('Anna', 'Ben', 'ANNA')).toEqual(['A1', 'B', 'A2']);
  expect(of('Anna', 'Adam', 'Anna', 'Adam')).toEqual(['An1', 'Ad1', 'An2', 'Ad2']);
  expect(of('Anna', 'Adam', 'Anna')).toEqual(['An1', 'Ad', 'An2']);
});

test('even long names with one beginning get different initials', () => {
  const many = of('Maria Lopez', 'Maria Lange', 'Marianne Ludwig', 'Mario Linde');
  expect(new Set(many).size).toBe(4);
});
