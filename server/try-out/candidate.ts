import type { Command } from '../protocol/commands';
import { inOrder, ownOf } from '../protocol/in-order';
import { chanceOf } from './answers';
import type { CandidateSight } from './sight';

/** What a simulated candidate does next, besides talking. */
export function candidatesWish(sight: CandidateSight): Command | null {
  const { view, mine, seed } = sight;
  const { round, greenRoom } = view;
  if (!round) return mine.ready ? null : { type: 'SetReady', ready: true };
  if (round.phase !== 'deliberating' || !greenRoom || sight.since('green room') < 3) return null;
  const next = inOrder(greenRoom.asks).find(({ askId }) => ownOf(mine.selfRatings, askId) === undefined);
  if (next) {
    const value = 3 + chanceOf(seed, 'self', String(next.no)).int(2);
    return { type: 'RateSelf', askId: next.askId, value };
  }
  if (mine.reflection) return null;
  const text = 'I answered quickly each time. Next time I would ask what matters most before I begin.';
  return { type: 'WriteReflection', roundId: round.roundId, text, shared: true };
}
