import { expect, test } from 'vitest';
import { factsOf } from './facts-in-words';

const spoken = {
  startMs: 0,
  durationMs: 60_000,
  speech: { beginsMs: 3_000, spokenMs: 40_000, pauses: [{ atMs: 20_000, ms: 2_400 }] },
};

test('the length is told against the target, and how much it is over', () => {
  expect(factsOf({ usedMs: 95_000, targetMs: 180_000, recordings: [], text: '' })).toEqual([
    'You took 1:35 of 3:00.',
  ]);
  expect(factsOf({ usedMs: 200_000, targetMs: 180_000, recordings: [], text: '' })).toEqual([
    'You took 3:20 of 3:00: 20 seconds over.',
  ]);
});

test('a recording tells when the first word came, and of pauses, at their moment in the answer', () => {
  const later = {
    ...spoken,
    startMs: 60_000,
    speech: { ...spoken.speech, pauses: [{ atMs: 5_000, ms: 4_000 }] },
  };
  expect(
    factsOf({ usedMs: 120_000, targetMs: 180_000, recordings: [spoken, later], text: '' }).slice(1),
  ).toEqual([
    'You began after 3 seconds.',
    '2 pauses of more than a second and a half, the longest 4.0 seconds at 1:05.',
  ]);
  const silent = { ...spoken, speech: null };
  expect(factsOf({ usedMs: 1, targetMs: 2, recordings: [silent], text: '' })).toContain(
    'The recording is silent.',
  );
});

test('what was silent before the recording counts, and nothing is said of what it did not hear', () => {
  const facts = (startMs: number) =>
    factsOf({ usedMs: 60_000, targetMs: 180_000, recordings: [{ ...spoken, startMs }], text: '' });
  expect(facts(1_000)).toContain('You began after 4 seconds.');
  expect(facts(8_000)).toContain('The recording begins at 0:08 of your answer.');
  expect(facts(8_000).join()).not.toContain('You began');
});

test('a text tells of words, pace and fillers', () => {
  const text = `Um, ${'we measured it first and then cut the query '.repeat(12)}`;
  expect(factsOf({ usedMs: 60_000, targetMs: 180_000, recordings: [], text }).slice(1)).toEqual([
    '109 words, about 109 a minute.',
    '1 filler: “um” once.',
  ]);
});
