import { expect, test } from 'vitest';
import { chordOf, isComposing, isForField } from './chord';

const press = (
  key: string,
  code: string,
  held: Partial<{ ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }> = {},
) => chordOf({ key, code, ctrlKey: false, metaKey: false, shiftKey: false, ...held });

test.each([
  ['n', 'KeyN', 'n'],
  ['N', 'KeyN', 'n'],
  ['т', 'KeyN', 'n'],
  ['Т', 'KeyN', 'n'],
  ['ν', 'KeyN', 'n'],
  ['&', 'Digit1', '1'],
  ['(', 'Digit5', '5'],
  ['à', 'Digit0', '0'],
  ['3', 'Numpad3', '3'],
  ['٤', 'Digit4', '4'],
  ['۴', 'Digit4', '4'],
  ['४', 'Digit4', '4'],
  ['ื', 'KeyN', 'n'],
  ['ि', 'KeyF', 'f'],
  ['Enter', 'Enter', 'Enter'],
  ['a', 'KeyQ', 'a'],
])('%s on the key %s is %s', (key, code, chord) => expect(press(key, code)).toBe(chord));

test('with Shift every key, also a digit’s, is the character that it types', () => {
  expect(press('/', 'Digit7', { shiftKey: true })).toBe('/');
  expect(press('?', 'Comma', { shiftKey: true })).toBe('?');
});

test('the command menu opens on a Cyrillic keyboard too', () => {
  expect(press('л', 'KeyK', { ctrlKey: true })).toBe('Mod+k');
  expect(press('K', 'KeyK', { metaKey: true })).toBe('Mod+k');
});

test('an Enter that ends a composition sends nothing, also in Safari', () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
});

test('an Escape that ends a composition or empties a search leaves the dialog around it open', () => {
  const pressed = { isComposing: false, keyCode: 27 };
  const name = { type: 'text', value: 'Jonas' };
  expect(isForField({ ...pressed, target: name })).toBe(false);
  expect(isForField({ ...pressed, target: null })).toBe(false);
  expect(isForField({ isComposing: true, keyCode: 27, target: name })).toBe(true);
  expect(isForField({ isComposing: false, keyCode: 229, target: name })).toBe(true);
  expect(isForField({ ...pressed, target: { type: 'search', value: 'cache' } })).toBe(true);
  expect(isForField({ ...pressed, target: { type: 'search', value: '' } })).toBe(false);
});
