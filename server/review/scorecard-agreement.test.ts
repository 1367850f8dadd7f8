import { expect, test } from 'vitest';
import type { ScorecardAsk } from '../protocol/scorecard';
import { scorecardFor } from '../review/scorecard';
import { fullInterview } from '../testing/full-interview';
import { roomAfter } from '../testing/interview';
import { marcus, priya, ROUND } from '../testing/interview-script';
import { shipped } from '../testing/shipped-packs';
import { agreementOf } from './scorecard-agreement';

const asks = scorecardFor(roomAfter(fullInterview(shipped('oyster-panel').pack)), ROUND, priya)?.asks ?? [];

/** Everybody's first rating of every ask by this rule; null gives no rating. */
function rated(by: (memberId: string, no: number) => number | null): ScorecardAsk[] {
  return asks.map((ask) => ({
    ...ask,
    panel: ask.panel && {
      ...ask.panel,
      ratings: ask.panel.ratings.map((one) => ({
        ...one,
        first: { value: by(one.memberId, ask.no), at: 0 },
      })),
    },
  }));
}

const good = (memberId: string, no: number) => (no % 4) + (memberId === priya ? 2 : 1);

test('a round in which everybody rated everything has an intraclass correlation beside α', () => {
  const { alpha, icc } = agreementOf(rated(good));
  expect(alpha).not.toBeNull();
  // Each differs from the other by the same amount, which is disagreement by ICC(2,1).
  expect(icc?.single).toBeGreaterThan(0.5);
  expect(icc?.single).toBeLessThan(1);
  expect(icc?.average).toBeGreaterThan(icc?.single ?? 1);
});

test('it has none where one rating is missing, or where α has no value', () => {
  const without = agreementOf(
    rated((memberId, no) => (memberId === marcus && no === 2 ? null : good(memberId, no))),
  );
  expect(without.alpha).not.toBeNull();
  expect(without.icc).toBeNull();
  expect(agreementOf(rated(good).slice(0, 7)).icc).toBeNull();
  expect(agreementOf(rated(() => 4)).icc).toBeNull();
});
