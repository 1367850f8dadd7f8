import type { Reveal, RevealsSlice } from '../protocol/view-judging';
import { onAsk } from './core/change';
import { type Commands, type Consequence, type Evolvers, host } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { onUnfinishedAsk } from './core/occasions';
import { byId, remembered } from './core/remembered';
import { sceneOf } from './core/scene';
import { type Ask, currentRound, type RoomState, type Round } from './core/state';
import { openFinds } from './finds';
import { ratersOfAsk } from './late';
import { heardTimes, openTicks } from './listening';
import { revealedNotes } from './notes';
import { isOver, isRateable, usedMs } from './rules';
import { revealStats } from './scoring';

/** The moment at which the panel's ratings and ticks of one ask open together. `scoring.ts` works out what they say. */

export type RevealEvent = {
  type: 'AskRevealed';
  askId: string;
  /** The raters at that moment. */
  panel: string[];
};

export interface RevealPart {
  /** `usedMs`: the clock at that moment. The clock itself runs on, since it must not show the candidate a reveal. */
  reveal: { at: number; panel: string[]; usedMs: number } | null;
}

export const notRevealed: RevealPart = { reveal: null };

export const commands: Commands<'RevealRatings'> = {
  RevealRatings: {
    may: host,
    decide: onUnfinishedAsk(({ state, ask }, { askId }) => {
      if (ask.reveal) return nothing;
      if (!mayBeRevealed(ask)) return reject('not-live');
      const panel = ratersOfAsk(state, ask);
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
  return opening(state, round, (panel, ask) => panel.length > 0 && panel.every((id) => id in ask.first));
};

/** The debrief talks about ratings, so every ask that a rater has rated opens with it. */
export function remainingReveals(state: RoomState, round: Round): RevealEvent[] {
  return opening(state, round, (panel, ask) => panel.some((id) => id in ask.first));
}

function opening(
  state: RoomState,
  round: Round,
  isDue: (panel: readonly string[], ask: Ask) => boolean,
): RevealEvent[] {
  return round.asks.flatMap((ask) => {
    const panel = ratersOfAsk(state, ask);
    return mayBeRevealed(ask) && isDue(panel, ask) ? [{ type: 'AskRevealed', askId: ask.askId, panel }] : [];
  });
}

export const evolvers: Evolvers<RevealEvent> = {
  AskRevealed: onAsk((ask, { panel }, { at }) => ({
    ...ask,
    reveal: { at, panel, usedMs: usedMs(ask.clock, at) },
  })),
};

export const revealsSlice = remembered(
  (state: RoomState) => [sceneOf(state), ...revealed(state)],
  (state): RevealsSlice => ({
    reveals: byId(
      revealed(state).flatMap((ask) => revealOf(ask) ?? []),
      ({ askId }) => askId,
      (reveal) => reveal,
    ),
  }),
);

const revealed = (state: RoomState) => (currentRound(state)?.asks ?? []).filter(({ reveal }) => reveal);

/** Null before the reveal: what is not open is not built. */
export const revealOf = remembered(
  ({ clock, reveal, first, second, ticks, notes, finds }: Ask) => [
    clock,
    reveal,
    first,
    second,
    ticks,
    notes,
    finds,
  ],
  (ask): Reveal | null => {
    if (!ask.reveal) return null;
    const { panel, at } = ask.reveal;
    return {
      askId: ask.askId,
      at,
      ratings: byId(
        panel,
        (memberId) => memberId,
        (memberId, no) => ({
          memberId,
          no,
          first: ask.first[memberId] ?? null,
          second: ask.second[memberId] ?? null,
        }),
      ),
      ticks: Object.fromEntries(panel.flatMap((memberId) => openTicks(ask, memberId))),
      heardAtMs: heardTimes(ask),
      notes: revealedNotes(ask),
      finds: Object.fromEntries(panel.flatMap((memberId) => openFinds(ask, memberId))),
      stats: revealStats(ask),
    };
  },
);
