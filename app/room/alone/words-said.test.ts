import { expect, test } from 'vitest';
import { paceOf, saidIn } from './words-said';

test('words are counted, and fillers with how often each was said', () => {
  expect(saidIn('Um, I’d start with the queue. It’s, you know, um, a well-known queue.')).toEqual({
    words: 13,
    fillers: [
      { filler: 'um', times: 2 },
      { filler: 'you know', times: 1 },
    ],
  });
  expect(saidIn('').words).toBe(0);
});

test('a word that means something is no filler', () => {
  expect(saidIn('I like graphs, the summer, an umbrella and what kind of data it is like.').fillers).toEqual([
    { filler: 'kind of', times: 1 },
  ]);
  expect(saidIn('It was like, slow. Like, really slow.').fillers).toEqual([{ filler: 'like', times: 2 }]);
});

test('a pace takes some words and some time', () => {
  expect(paceOf(140, 60_000)).toBe(140);
  expect(paceOf(10, 60_000)).toBeNull();
  expect(paceOf(140, 1_000)).toBeNull();
});
