import { expect, test } from 'vitest';
import { SHIPPED } from '@/server/testing/shipped-packs';
import { languageOf } from './language-of';

test('English needs no mark, and what is too short to tell has none', () => {
  expect(languageOf('How would you design a payroll run that survives a region going down?')).toBeNull();
  expect(languageOf('Compare a queue to a log for payments in a busy system.')).toBeNull();
  expect(languageOf('Explain database indexing to somebody new.')).toBeNull();
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
    'Was würden Sie tun, wenn ein Land ausfällt?',
    '¿Qué harías si un país no responde y no hay tiempo?',
    'Hoe weet je of een betaling is aangekomen of verloren?',
    'Hvordan ville du planlægge en lønkørsel for flere lande?',
    'Was ist bei The Guardian anders als bei der Zeitung?',
    'Как бы вы это спроектировали?',
    '你会如何设计它',
  ])
    expect(languageOf(text)).toBe('');
});

test('hardly any text of the shipped packs, which are English, is taken for another language', () => {
  const texts = SHIPPED.flatMap(({ pack }) =>
    [...pack.questions, ...pack.exercises].flatMap((item) => [
      item.prompt,
      ...item.followUps.map(({ text }) => text),
      ...(item.kind === 'question' ? item.points.map(({ text }) => text) : []),
    ]),
  );
  const foreign = texts.filter((text) => languageOf(text) !== null);
  expect(foreign.length / texts.length).toBeLessThan(0.01);
});
