import { expect, test } from 'vitest';
import { languageOf } from './language-of';

test('English needs no mark, and what is too short to tell has none', () => {
  expect(languageOf('How would you design a payroll run that survives a region going down?')).toBeNull();
  expect(languageOf('Communication')).toBeNull();
  expect(languageOf('`SELECT DISTINCT ON (name)` explains it')).toBeNull();
  expect(languageOf('The angle θ is given')).toBeNull();
});

test('a script that one language has says which it is', () => {
  expect(languageOf('どのように設計しますか。漢字も')).toBe('ja');
  expect(languageOf('어떻게 설계하시겠습니까?')).toBe('ko');
  expect(languageOf('Πώς θα το σχεδιάζατε;')).toBe('el');
});

test('any other language is marked as unknown rather than read as English', () => {
  for (const text of [
    'Wie würden Sie einen Lohnlauf entwerfen, der einen Ausfall übersteht?',
    'Comment concevriez-vous une paie qui survit à une panne ?',
    'Как бы вы это спроектировали?',
    '你会如何设计它',
  ])
    expect(languageOf(text)).toBe('');
});
