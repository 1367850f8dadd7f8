import { expect, test } from 'vitest';
import { codeNews, type SeenCode } from './code-news';

const before: SeenCode = { askId: 'a1', pen: null, pointers: {}, hints: {} };
const hint = { no: 1, at: 5, atMs: 5 };
const pointer = {
  memberId: 'pia',
  lines: { from: 3, to: 4 },
  place: null,
  text: 'why?',
  to: 'panel',
} as const;
const toldTo = (me: string, now: Partial<SeenCode>, from: Partial<SeenCode> = {}) =>
  codeNews({ ...before, ...now }, { ...before, ...from }, { me, nameOf: (id) => id.toUpperCase() });

test('a screen reader hears who has the pen, also when it is taken', () => {
  expect(toldTo('pia', { pen: 'pia' })).toEqual(['You have the pen: you can write in the code.']);
  expect(toldTo('olga', { pen: 'pia' })).toEqual(['PIA has the pen.']);
  expect(toldTo('pia', {}, { pen: 'pia' })).toEqual(['The pen was taken back.']);
  expect(toldTo('olga', {}, { pen: 'pia' })).toEqual(['Nobody on the panel has the pen now.']);
});

test('a screen reader hears what others point at, once, and which hint was given', () => {
  const pointers = { one: pointer };
  expect(toldTo('olga', { pointers })).toEqual(['PIA points at lines 3 to 4: why?']);
  expect(toldTo('pia', { pointers })).toEqual([]);
  expect(toldTo('olga', { pointers }, { pointers: { one: { ...pointer } } })).toEqual([]);
  const moved = { one: { ...pointer, lines: { from: 5, to: 5 }, text: '' } };
  expect(toldTo('olga', { pointers: moved }, { pointers })).toEqual(['PIA points at line 5']);
  expect(toldTo('olga', { hints: { h1: hint } })).toEqual(['The candidate has hint 1.']);
  expect(toldTo('olga', { hints: { h1: hint } }, { hints: { h1: hint } })).toEqual([]);
});

test('another exercise is no news of this one', () => {
  expect(toldTo('olga', { askId: 'a2', pen: 'pia' })).toEqual([]);
  expect(codeNews(before, null, { me: 'olga', nameOf: (id) => id })).toEqual([]);
});
