import type { HomeCode, HomeSlice } from '../protocol/code';
import type { Exercise } from '../protocol/pack';
import { type Commands, type Evolvers, host } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { remembered } from './core/remembered';
import { currentRound, itemOf, memberOf, type RoomState } from './core/state';
import { isOver } from './rules';

/** Code that the next candidate may read at home: its task and its text, and nothing else of the exercise. */

export type HomeReadingEvent =
  | { type: 'HomeReadingOpened'; itemId: string; until: number }
  | { type: 'HomeReadingClosed' };

export interface HomeReading {
  itemId: string;
  openedAt: number;
  /** Milliseconds since the epoch. */
  until: number;
}

/** How long it stays open unless it is closed (ms). */
const A_DAY = 24 * 60 * 60 * 1_000;

export const commands: Commands<'OpenHomeReading' | 'CloseHomeReading'> = {
  OpenHomeReading: {
    may: host,
    decide: ({ state, at }, { itemId }) => {
      if (state.settings.format === 'peer') return reject('not-allowed');
      const item = itemOf(state, itemId);
      if (item?.kind !== 'exercise' || item.original === '') return reject('item-unknown');
      const round = currentRound(state);
      if (round && !isOver(round.phase)) return reject('round-live');
      if (openReading(state)?.itemId === itemId) return nothing;
      return accept({ type: 'HomeReadingOpened', itemId, until: at + A_DAY });
    },
  },
  CloseHomeReading: {
    may: host,
    decide: ({ state }) => (openReading(state) ? accept({ type: 'HomeReadingClosed' }) : nothing),
  },
};

/** After its day it is closed. */
export function dueClosing(state: RoomState, at: number): HomeReadingEvent[] {
  const { homeReading } = state;
  return homeReading && at >= homeReading.until ? [{ type: 'HomeReadingClosed' }] : [];
}

export const evolvers: Evolvers<HomeReadingEvent> = {
  HomeReadingOpened: (state, { itemId, until }, { at }) => ({
    ...state,
    homeReading: { itemId, openedAt: at, until },
  }),
  HomeReadingClosed: (state) => ({ ...state, homeReading: null }),
};

function openReading({ homeReading, phase }: RoomState): HomeReading | null {
  return phase === 'ended' ? null : homeReading;
}

const slice = remembered(
  (reading: HomeReading) => [reading],
  ({ itemId, openedAt, until }): HomeSlice => ({ itemId, openedAt, until }),
);

export function homeSlice(state: RoomState): HomeSlice {
  const reading = openReading(state);
  return reading && slice(reading);
}

const code = remembered(
  (reading: HomeReading, item: Exercise) => [reading, item],
  ({ until }, { prompt, language, original }): HomeCode => ({ prompt, language, text: original, until }),
);

/** What a candidate who has still to sit may read now. */
export function myHomeCode(state: RoomState, memberId: string): HomeCode {
  const reading = openReading(state);
  const item = reading && itemOf(state, reading.itemId);
  const member = memberOf(state, memberId);
  if (!reading || item?.kind !== 'exercise') return null;
  if (member?.role !== 'candidate' || member.status !== 'in') return null;
  return state.rounds.some(({ candidateId }) => candidateId === memberId) ? null : code(reading, item);
}
