import type { Mine } from '../protocol/mine';
import type { GreenRoomSlice, SelfSlice } from '../protocol/view-judging';
import { onAsk, withRound } from './core/change';
import { admitted, type Commands, candidate, type Evolvers } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { changedMeanwhile } from './core/meanwhile';
import { onAnyAsk } from './core/occasions';
import { byId } from './core/remembered';
import { currentRound, itemOf, type Scene, type SceneAsk } from './core/state';
import type { Rated } from './rating';
import { counts, isOver, numberOf } from './rules';

/** What the candidate says of themselves while the panel deliberates. */

export type GreenRoomEvent =
  | { type: 'ReflectionWritten'; roundId: string; text: string; shared: boolean }
  | { type: 'SelfRated'; askId: string; value: number | null };

export interface SelfRatingPart {
  selfRating: Rated | null;
}

export const noSelfRating: SelfRatingPart = { selfRating: null };

export interface ReflectionPart {
  reflection: { text: string; shared: boolean; at: number } | null;
}

export const noReflection: ReflectionPart = { reflection: null };

export const commands: Commands<'WriteReflection' | 'RateSelf'> = {
  /** Accepted whenever it arrives, so that a lost connection loses no words: also from a peer who sat in an earlier round. */
  WriteReflection: {
    may: admitted,
    afterEnd: true,
    decide({ state, by }, { roundId, text, shared, base }) {
      const round = state.rounds.find((other) => other.roundId === roundId);
      if (round?.candidateId !== by) return reject('not-allowed');
      if (round.phase === 'asking') return reject('wrong-phase');
      if (round.reflection?.text === text && round.reflection.shared === shared) return nothing;
      if (changedMeanwhile(base, round.reflection?.text ?? '', text)) return reject('changed-meanwhile');
      return accept({ type: 'ReflectionWritten', roundId, text, shared });
    },
  },
  RateSelf: {
    may: candidate,
    decide: onAnyAsk(({ by, round, ask }, { askId, value }) => {
      // A candidate gets the same answer about others' asks as about asks that do not exist.
      if (round.candidateId !== by) return reject('not-found');
      if (round.phase !== 'deliberating' && round.phase !== 'debrief') return reject('wrong-phase');
      if (ask.selfRating?.value === value) return nothing;
      return accept({ type: 'SelfRated', askId, value });
    }),
  },
};

export const evolvers: Evolvers<GreenRoomEvent> = {
  ReflectionWritten: (state, { roundId, text, shared }, { at }) =>
    withRound(state, roundId, (round) => ({ ...round, reflection: { text, shared, at } })),
  SelfRated: onAsk((ask, { value }, { at }) => ({ ...ask, selfRating: { value, at } })),
};

export function greenRoomSlice(state: Scene): GreenRoomSlice {
  const round = currentRound(state);
  if (!round || round.phase === 'asking') return null;
  const asks = round.asks.filter(counts);
  return {
    asks: byId(
      asks,
      ({ askId }) => askId,
      ({ askId, itemId }) => ({
        askId,
        no: numberOf(askId, asks),
        prompt: itemOf(state, itemId)?.prompt ?? '',
      }),
    ),
  };
}

/** What the candidate said about themselves, once the debrief is open. */
export function selfSlice(state: Scene): SelfSlice {
  const round = currentRound(state);
  if (round?.phase !== 'debrief' && !(round && isOver(round.phase))) return null;
  return {
    ratings: selfRatings(round.asks),
    reflection: round.reflection?.shared ? round.reflection.text : null,
  };
}

/** The candidate's ratings of their own answers. */
export function selfRatings(asks: readonly SceneAsk[]): Mine['selfRatings'] {
  return Object.fromEntries(
    asks.flatMap(({ askId, selfRating }) =>
      selfRating ? [[askId, { value: selfRating.value }] as const] : [],
    ),
  );
}
