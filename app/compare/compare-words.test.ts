import { expect, test } from 'vitest';
import type { Scorecard } from '@/server/protocol/scorecard';
import type { Sharing } from '@/server/protocol/sharing';
import { scorecardFor } from '@/server/review/scorecard';
import { everything, interview, roomAfter } from '@/server/testing/interview';
import { lena, ROUND } from '@/server/testing/interview-script';
import { agreementInColumn, ratersInWords } from './compare-words';

function cardOf(sharing: Sharing = everything): Scorecard {
  const card = scorecardFor(roomAfter(interview({ sharing })), ROUND, lena);
  if (!card) throw new Error('not entitled');
  return card;
}
const card = cardOf();
const alone: Scorecard = { ...card, room: { ...card.room, format: 'alone' }, agreement: null };
const agreed = (alpha: NonNullable<Scorecard['agreement']>['alpha']): Scorecard => ({
  ...card,
  agreement: {
    compared: 9,
    flagged: 0,
    alike: 3,
    pairs: { all: 27, withinOne: 24 },
    alpha,
    icc: null,
    why: alpha ? null : 'too-few',
  },
});

test('raters are the people who assessed something, not everybody on the panel', () => {
  expect(ratersInWords(card, false)).toBe('3 people');
  const [first] = card.asks.flatMap(({ panel }) => panel?.ratings ?? []);
  const asks = card.asks.map((ask) => ({
    ...ask,
    panel: ask.panel && {
      ...ask.panel,
      ratings: ask.panel.ratings.map((rating) =>
        rating.memberId === first?.memberId ? { ...rating, first: null } : rating,
      ),
    },
  }));
  expect(ratersInWords({ ...card, asks }, false)).toBe('2 people');
  expect(ratersInWords(cardOf({ ...everything, ratings: 'means' }), false)).toBe('not shared with you');
  expect(ratersInWords(alone, false)).toBe('you alone');
  expect(ratersInWords(alone, true)).toBe('the candidate alone');
});

test('agreement is α with its interval beside the pairs, or the reason why there is no number', () => {
  expect(agreementInColumn(agreed({ value: 0.62, low: 0.31, high: 0.88 }))).toEqual({
    figures: '0.62, from 0.31 to 0.88',
    words: expect.stringMatching(/^24 of 27 pairs/),
  });
  expect(agreementInColumn(agreed(null))).toEqual({
    figures: null,
    words: expect.stringMatching(/^24 of 27 pairs.*below eight such questions/),
  });
});

test('a practice alone is not called unshared', () => {
  expect(agreementInColumn(alone).words).toBe('One person rated, so there is nothing to compare.');
  expect(agreementInColumn(cardOf({ ...everything, ratings: 'means' })).words).toBe('not shared with you');
});
