import { expect, test } from 'vitest';
import { codeNews, type SeenCode } from './code-news';

const before: SeenCode = { askId: 'a1', pen: null, pointers: {}, hints: {}, run: null, ran: null };
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

test('a screen reader hears the result of every run of checks, also of the first', () => {
  const run = (runs: number, ...oks: boolean[]) => ({
    by: 'carl',
    at: runs,
    runs,
    output: '',
    results: oks.map((ok) => ({ name: 'a check', ok, message: '' })),
  });
  const none = { shown: null, hidden: null };
  expect(toldTo('carl', { run: run(1, true, false) })).toEqual(['Checks: 1 of 2 passed.']);
  expect(toldTo('carl', { run: run(2, true) }, { run: run(1, true) })).toEqual(['Checks: 1 of 1 passed.']);
  expect(toldTo('carl', { run: run(1, true) }, { run: run(1, true) })).toEqual([]);
  expect(toldTo('olga', { run: run(1, true), panelRuns: none }, { panelRuns: none })).toEqual([
    'Checks that the candidate ran: 1 of 1 passed.',
  ]);
  expect(toldTo('olga', { panelRuns: { ...none, hidden: run(1, false) } }, { panelRuns: none })).toEqual([
    'Hidden checks: 0 of 1 passed.',
  ]);
});

test('a screen reader hears what came of a run without checks', () => {
  const ran = { by: 'carl', at: 1, runs: 1, output: '3\n', results: [] };
  expect(toldTo('carl', { ran })).toEqual(['Output: ended without an error.']);
  expect(toldTo('carl', { ran }, { ran })).toEqual([]);
  const failed = { ...ran, results: [{ name: 'The whole program', ok: false, message: 'x is not defined' }] };
  const panelRuns = { shown: null, hidden: null };
  expect(toldTo('olga', { ran: failed, panelRuns })).toEqual([
    'The candidate ran the code: stopped with “x is not defined”.',
  ]);
  expect(toldTo('carl', { ran: { ...ran, output: '' } })).toEqual(['Output: nothing was printed.']);
});

test('another exercise is no news of this one', () => {
  expect(toldTo('olga', { askId: 'a2', pen: 'pia' })).toEqual([]);
  expect(codeNews(before, null, { me: 'olga', nameOf: (id) => id })).toEqual([]);
});
