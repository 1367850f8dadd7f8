import { describe, expect, test } from 'vitest';
import { displayName } from './display-name';
import { imitates, looksLike, shownName } from './shown-name';

describe('a name', () => {
  test.each([
    ['  Ada \t\n Lovelace ', 'Ada Lovelace'],
    ['Zoe\u0308', 'Zo\u00eb'],
    ['A\u200bd\u2060a\ufeff', 'Ada'],
    ['\u202eadA\u202c', 'adA'],
    ['Ad\u00ada', 'Ada'],
    ['Ada\u0000Lovelace', 'Ada Lovelace'],
    ['Ada\ud800', 'Ada'],
    ['Ada\u200d', 'Ada'],
    ['A\u200dda', 'Ada'],
    ['Ada\ufe0f', 'Ada'],
    ['Ada\u3164', 'Ada'],
  ])('%j is shown as %j', (name, as) => expect(shownName(name)).toBe(as));

  test.each([
    'नमस्ते',
    'क्\u200dष',
    'می\u200cخواهم',
    '👩\u200d💻',
    '👩🏽\u200d🚀 Sally',
    '❤\ufe0f Ada',
    '李小龍',
    "O'Brien-Smith",
  ])('%j keeps what its script needs', (name) => expect(shownName(name)).toBe(name));

  test.each([
    '',
    ' ',
    '\u00a0\u3000',
    '\u200b',
    '\u200d\u200c',
    '\u202e',
    '\u3164',
    '\uffa0',
    '\u115f',
    '\u2800',
    '\u0301',
    '\ue000',
    '\ufe0f',
    '\u{e0041}',
  ])('%j is invisible and is rejected', (name) => expect(shownName(name)).toBeNull());

  test('its length is that of the shown name', () => {
    expect(shownName('x'.repeat(60))).toBe('x'.repeat(60));
    expect(shownName('x'.repeat(61))).toBeNull();
    expect(shownName('x\u200b'.repeat(60))).toBe('x'.repeat(60));
  });

  test('a shown name stays the same when it is sent again', () => {
    for (const name of ['👩\u200d💻\u200b x', 'A\u200b\u0308', 'می\u200c\u200cخ', '\u200b❤\u200b\ufe0f']) {
      const once = shownName(name);
      expect(once && shownName(once)).toBe(once);
    }
  });
});

test('a schema accepts a name that shows, and rejects one that does not', () => {
  expect(displayName.safeParse(' A\u200bda ').data).toBe('Ada');
  expect(displayName.safeParse('\u200b').success).toBe(false);
  expect(displayName.safeParse(7).success).toBe(false);
});

describe('two names', () => {
  test.each([
    ['Ada', 'Ada'],
    ['Ada', 'ADA'],
    ['Ada', 'A\u200bda'],
    ['Ada', 'Ad\u00ada\u2060'],
    ['Ada', '\uff21\uff44\uff41'],
    ['Ada Lovelace', 'Ada\u2003 lovelace'],
    ['Zo\u00eb', 'Zoe\u0308'],
    ['Strasse', 'Straße'],
    ['Σίσυφος', 'ΣΊΣΥΦΟΣ'],
    ['می\u200cخواهم', 'میخواهم'],
    ['ſam', 'Sam'],
    ['Ada', 'Аdа'],
    ['Capa', 'Сара'],
    ['Вова', 'ВОВА'],
    ['Nina', 'Νina'],
  ])('%j and %j look alike', (one, other) => {
    expect(looksLike(one, other)).toBe(true);
    expect(looksLike(other, one)).toBe(true);
  });

  test.each([
    ['Ada', 'Ida'],
    ['Ada', 'Ada L'],
    ['Zoe', 'Zo\u00eb'],
    ['Вера', 'Bepo'],
    ['AdaLovelace', 'Ada Lovelace'],
  ])('%j and %j do not', (one, other) => expect(looksLike(one, other)).toBe(false));
});

test('a name imitates another by invisible letters, or by some letters of another alphabet', () => {
  for (const typed of ['A\u200bda', 'Ada\u2060', 'Аda', 'аDA']) expect(imitates(typed, 'Ada')).toBe(true);
  for (const typed of ['Ada', ' Ada ', 'ADA', 'Ada\u0301', 'Ида', 'Ada Ωmega'])
    expect(imitates(typed, 'Ada')).toBe(false);
  expect(imitates('Сара', 'Capa')).toBe(false);
  expect(imitates('Zoe\u0308', 'Zo\u00eb')).toBe(false);
});
