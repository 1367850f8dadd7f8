import { expect, test } from 'vitest';
import { scorecard } from '../protocol/scorecard';
import { replayOf } from '../review/replay';
import { scorecardFor } from '../review/scorecard';
import { shipped } from '../testing/shipped-packs';
import { playSample, SAMPLE_PACK } from './sample';

test('the sample is a whole round of the usual length, with everything that a scorecard shows', async () => {
  const { state, roundId, log } = await playSample(shipped(SAMPLE_PACK).pack);
  const card = scorecard.parse(scorecardFor(state, roundId, state.hostId));
  expect(card.asks).toHaveLength(5);
  expect(card.headline?.ratings).toBe(15);
  expect(card.headline?.moves).not.toHaveLength(0);
  expect(card.verdicts?.given).toHaveLength(3);
  expect(card.asks.some(({ panel }) => panel?.flagged)).toBe(true);
  expect(card.asks.every(({ evidence }) => evidence.length > 0)).toBe(true);
  expect(card.self).not.toBeNull();
  for (const { usedMs } of card.asks) expect(usedMs).toBeGreaterThan(120_000);
  const replay = replayOf(log, roundId, state.hostId);
  expect(replay?.startedAt).toBe(card.round.startedAt);
  const kinds = new Set(replay?.frames.flatMap((frame) => frame.kinds));
  for (const kind of ['question', 'tick', 'note', 'rating', 'reveal', 'verdict'] as const)
    expect(kinds).toContain(kind);
});
