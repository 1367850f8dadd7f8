import { expect, test } from 'vitest';
import { previewFor } from '@/server/review/preview';
import { everything, interview, roomAfter } from '@/server/testing/interview';
import { priya, ROUND } from '@/server/testing/interview-script';
import { isSameCard } from './same-card';

test('two previews of one round are the same whenever they were made, until somebody changes what they show', () => {
  const state = roomAfter(interview({ sharing: everything }));
  const at = (time: number) => {
    const card = previewFor(state, ROUND, priya, everything, time);
    if (!card) throw new Error('no preview for the host');
    return card;
  };
  expect(isSameCard(at(1_000), at(2_000))).toBe(true);
  const changed = { ...at(2_000), feedback: { summary: 'written since', given: [], opened: true } };
  expect(isSameCard(at(1_000), changed)).toBe(false);
});
