import { expect, test } from 'vitest';
import { type Companion, companyInWords } from './company-words';

const person = (name: string, over: Partial<Companion> = {}): Companion => ({
  name,
  role: 'panelist',
  presence: 'here',
  ...over,
});

test('alone', () => expect(companyInWords([])).toBe('Nobody else is here yet.'));

test('who is here, who is away, who observes', () => {
  const people = [
    person('Priya'),
    person('Sam'),
    person('Lee', { presence: 'away' }),
    person('Ola', { role: 'observer' }),
  ];
  expect(companyInWords(people)).toBe('Priya and Sam are here. Lee is away. Ola observes.');
});

test('it leaves out people whose connection is unknown', () => {
  expect(companyInWords([person('Priya', { presence: 'unknown' })])).toBe('');
  expect(companyInWords([person('Priya'), person('Sam', { presence: 'unknown' })])).toBe('Priya is here.');
});

test('many people are a number', () => {
  const people = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => person(name));
  expect(companyInWords(people)).toBe('6 people are here.');
});
