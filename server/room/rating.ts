import type { MyAsk } from '../protocol/mine';
import { onAsk } from './core/change';
import { type Commands, type Evolvers, listeners } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { onUnfinishedAsk } from './core/occasions';
import { remembered } from './core/remembered';
import {
  type Ask,
  audienceOf,
  currentRound,
  isLobbyOpen,
  type RoomState,
  ratersOf,
  type Scene,
} from './core/state';
import { isRateable, mayRate } from './rules';

/** First ratings, each given alone, and second ratings after the reveal. */

export type RatingEvent =
  | { type: 'RatingSubmitted'; askId: string; value: number | null }
  | { type: 'RatedAgain'; askId: string; value: number | null };

export interface Rated {
  value: number | null;
  at: number;
}

export interface RatingPart {
  /** By rater or observer. */
  first: Record<string, Rated>;
  second: Record<string, Rated>;
}

export const noRatings: RatingPart = { first: {}, second: {} };

export const commands: Commands<'SubmitRating' | 'RateAgain'> = {
  SubmitRating: {
    may: listeners,
    decide: onUnfinishedAsk(({ state, by, ask }, { askId, value }) => {
      if (!rates(state, by)) return reject('not-a-rater');
      if (ask.reveal) return reject('already-revealed');
      if (!isRateable(ask.status, false)) return reject('not-live');
      if (ask.first[by]?.value === value) return nothing;
      return accept({ type: 'RatingSubmitted', askId, value });
    }),
  },
  RateAgain: {
    may: listeners,
    decide: onUnfinishedAsk(({ state, by, ask }, { askId, value }) => {
      if (!ask.reveal) return reject('not-revealed');
      if (!rates(state, by)) return reject('not-a-rater');
      if (ask.second[by]?.value === value) return nothing;
      return accept({ type: 'RatedAgain', askId, value });
    }),
  },
};

function rates(state: RoomState, by: string): boolean {
  return mayRate(audienceOf(state, by), ratersOf(state).includes(by));
}

export const evolvers: Evolvers<RatingEvent> = {
  RatingSubmitted: onAsk((ask, { value }, { at, by }) => ({
    ...ask,
    first: { ...ask.first, [by ?? '']: { value, at } },
  })),
  RatedAgain: onAsk((ask, { value }, { at, by }) => ({
    ...ask,
    second: { ...ask.second, [by ?? '']: { value, at } },
  })),
};

/** The raters now: the same list for as long as the people and the host are the same. */
export const raters = remembered(
  (state: Scene) => [
    state.members,
    state.hostId,
    state.settings.hostRates,
    isLobbyOpen(state),
    currentRound(state)?.candidateId,
  ],
  ratersOf,
);

/** A person's own ratings of an ask. */
export function myRatings({ first, second }: Ask, memberId: string): Pick<MyAsk, 'first' | 'second'> {
  const value = (rated: Rated | undefined) => (rated ? { value: rated.value } : null);
  return { first: value(first[memberId]), second: value(second[memberId]) };
}
