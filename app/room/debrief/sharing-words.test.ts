import { expect, test } from 'vitest';
import type { Closing } from '@/server/protocol/view-closing';
import { EVERYTHING_SHARED, SHARED_AT_FIRST } from '@/server/protocol/words';
import { sharedInWords, sharingInWords } from './sharing-words';

const at = (hour: number) => Date.UTC(2026, 9, 14, hour);
const closing: Closing = {
  roundId: 'r1',
  no: 1,
  candidate: 'Lena',
  isOpen: true,
  decision: null,
  published: { at: at(9), sharing: SHARED_AT_FIRST },
  sharedBefore: [],
};
const words = (change: Partial<Closing>) => sharedInWords({ ...closing, ...change }, at(20), 'UTC');

test('it says what was open and when, also after that has ended', () => {
  const sharedBefore = [{ sharing: EVERYTHING_SHARED, from: at(9), until: at(10) }];
  expect(words({})).toEqual(['Open since today at 09:00: means, feedback.']);
  expect(words({ sharedBefore })).toEqual([
    'Open from today at 09:00 to today at 10:00: named ratings, verdicts, key points, evidence, feedback.',
    'Open since today at 10:00: means, feedback.',
  ]);
  expect(words({ published: null, sharedBefore })).toHaveLength(1);
  expect(words({ published: null })).toEqual([]);
});

test('sharing nothing else means only the questions', () => {
  expect(sharingInWords({ ...SHARED_AT_FIRST, ratings: 'none', feedback: false })).toBe('only the questions');
});
