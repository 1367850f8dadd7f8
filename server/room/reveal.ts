import { onAsk } from './core/change';
import { type Commands, type Consequence, type Evolvers, host } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { onUnfinishedAsk } from './core/occasions';
import { type Ask, currentRound, type RoomState, type Round, ratersOf } from './core/state';
import { isOver, isRateable, usedMs } from './rules';

/** The moment at which the panel's ratings and ticks of one ask open together. What they say is in `scoring.ts`. */

export type RevealEvent = {
  type: 'AskRevealed';
  askId: string;
  /** Who was a rater at that moment. */
  panel: string[];
};

export interface RevealPart {
  /** `usedMs`: the clock at that moment. The clock itself runs on: the candidate must not see a reveal in it. */
  reveal: { at: number; panel: string[]; usedMs: number } | null;
}

export const notRevealed: RevealPart = { reveal: null };

export const commands: Commands<'RevealRatings'> = {
  RevealRatings: {
    may: host,
    decide: onUnfinishedAsk(({ state, ask }, { askId }) => {
      if (ask.reveal) return nothing;
      if (!mayBeRevealed(ask)) return reject('not-live');
      const panel = ratersOf(state);
      if (!panel.some((memberId) => memberId in ask.first)) return reject('not-rated');
      return accept({ type: 'AskRevealed', askId, panel });
    }),
  },
};

function mayBeRevealed(ask: Ask): boolean {
  return isRateable(ask.status, ask.reveal !== null);
}

/** With auto-reveal an ask opens as soon as every rater has rated it. */
export const automaticReveals: Consequence = (state) => {
  const round = currentRound(state);
  if (!state.settings.autoReveal || !round || isOver(round.phase)) return [];
  const panel = ratersOf(state);
  if (panel.length === 0) return [];
  return round.asks
    .filter((ask) => mayBeRevealed(ask) && panel.every((memberId) => memberId in ask.first))
    .map((ask) => ({ type: 'AskRevealed', askId: ask.askId, panel }));
};

/** The debrief talks about ratings, so every ask that a rater has rated opens with it. */
export function remainingReveals(state: RoomState, round: Round): RevealEvent[] {
  const panel = ratersOf(state);
  return round.asks
    .filter((ask) => mayBeRevealed(ask) && panel.some((memberId) => memberId in ask.first))
    .map((ask) => ({ type: 'AskRevealed', askId: ask.askId, panel }));
}

export const evolvers: Evolvers<RevealEvent> = {
  AskRevealed: onAsk((ask, { panel }, { at }) => ({
    ...ask,
    reveal: { at, panel, usedMs: usedMs(ask.clock, at) },
  })),
};
