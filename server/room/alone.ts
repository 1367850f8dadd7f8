import type { AloneReview } from '../protocol/view-alone';
import { itemForPanel } from './bank';
import { stopped } from './clock';
import { onAsk } from './core/change';
import { type Commands, candidate, type Evolvers, type Occasion } from './core/concept';
import { accept, type Decision, nothing, reject } from './core/decision';
import { type OnAsk, onLiveAsk } from './core/occasions';
import { remembered } from './core/remembered';
import { type Ask, currentRound, itemOf, liveAsk, type RoomState } from './core/state';

/** Somebody who practises alone judges their own answers: they see what a panel sees as soon as an answer is finished. */

export type AloneEvent = { type: 'AnswerFinished'; askId: string } | { type: 'AnswerGoneOn'; askId: string };

export interface AlonePart {
  /** The candidate has said that their answer is over. */
  finished: boolean;
  /** They said so at least once, whether or not they have gone on since. */
  answered: boolean;
}

export const notFinished: AlonePart = { finished: false, answered: false };

type AloneCommand = 'FinishAnswer' | 'GoOnAnswering' | 'MarkOwnPoint' | 'RateOwnAnswer' | 'LeaveAnswer';

export const commands: Commands<AloneCommand> = {
  FinishAnswer: {
    may: candidate,
    seatOnly: true,
    decide: onOwnAnswer(({ ask }, { askId }) =>
      ask.finished ? nothing : accept({ type: 'AnswerFinished', askId }),
    ),
  },
  GoOnAnswering: {
    may: candidate,
    seatOnly: true,
    decide: onOwnAnswer(({ ask }, { askId }) =>
      ask.finished ? accept({ type: 'AnswerGoneOn', askId }) : nothing,
    ),
  },
  MarkOwnPoint: {
    may: candidate,
    seatOnly: true,
    decide: onOwnAnswer(({ state, by, ask }, { askId, pointId, mark, atMs }) => {
      if (!ask.finished) return reject('wrong-phase');
      if (!itemOf(state, ask.itemId)?.points.some(({ id }) => id === pointId)) return reject('not-found');
      const known = ask.ticks[by]?.[pointId];
      if ((known?.mark ?? null) === mark && (mark === null || known?.atMs === atMs)) return nothing;
      return accept({ type: 'PointMarked', askId, pointId, mark, atMs });
    }),
  },
  RateOwnAnswer: {
    may: candidate,
    seatOnly: true,
    decide: onOwnAnswer(({ by, ask }, { askId, value }) => {
      if (!ask.finished) return reject('wrong-phase');
      if (ask.first[by]?.value === value) return nothing;
      return accept({ type: 'RatingSubmitted', askId, value });
    }),
  },
  LeaveAnswer: {
    may: candidate,
    seatOnly: true,
    decide: onOwnAnswer(({ ask }, { askId }) =>
      accept({ type: ask.answered ? 'AskClosed' : 'AskSkipped', askId }),
    ),
  },
};

/** About the live ask of somebody who practises alone; in any other room a candidate may not. */
function onOwnAnswer<C extends { askId: string }>(decide: (occasion: OnAsk, command: C) => Decision) {
  const live = onLiveAsk(decide);
  return (occasion: Occasion, command: C) =>
    isAlone(occasion.state) ? live(occasion, command) : reject('not-allowed');
}

export function isAlone({ tryOut }: Pick<RoomState, 'tryOut'>): boolean {
  return tryOut?.alone === true;
}

export const evolvers: Evolvers<AloneEvent> = {
  AnswerFinished: onAsk((ask, _, { at }) => ({
    ...ask,
    finished: true,
    answered: true,
    clock: stopped(ask.clock, at),
  })),
  AnswerGoneOn: onAsk((ask, _, { at }) => ({
    ...ask,
    finished: false,
    clock: { ...ask.clock, runningSince: at, moment: false },
  })),
};

/** What the one who answered judges their answer by; null while they answer, and in every other room. */
export function reviewSlice(state: RoomState): AloneReview {
  const ask = liveAsk(currentRound(state));
  return isAlone(state) && ask?.finished ? review(state, ask) : null;
}

const review = remembered(
  // The clock is of this ask alone, while other rooms play the same pack.
  ({ pack, tryOut }: RoomState, { clock, askId, itemId, ticks }: Ask) => [
    clock,
    pack,
    tryOut,
    askId,
    itemId,
    ticks,
  ],
  (state, ask): AloneReview => {
    const item = itemOf(state, ask.itemId);
    if (!item) return null;
    const ticks = Object.entries(ask.ticks[state.tryOut?.visitorId ?? ''] ?? {});
    return {
      askId: ask.askId,
      item: itemForPanel(item),
      samples: item.samples,
      moments: Object.fromEntries(
        ticks.flatMap(([pointId, { atMs }]) => (atMs === null ? [] : [[pointId, atMs]])),
      ),
    };
  },
);
