import type { HomeCode, HomeSlice } from '../protocol/code';
import { ownOf } from '../protocol/in-order';
import type { Exercise } from '../protocol/pack';
import { CODE_LIMITS } from '../protocol/words';
import { type Commands, candidate, type Evolvers, host } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { remembered } from './core/remembered';
import { audienceOf, currentRound, itemOf, memberOf, type RoomState, type Scene } from './core/state';
import { isOver } from './rules';

/** Code that the next candidate may read at home: its task and its text, and nothing else of the exercise. */

export type HomeReadingEvent =
  | { type: 'HomeReadingOpened'; itemId: string; until: number }
  | { type: 'HomeReadingClosed' }
  | { type: 'HomeCodeRead'; memberId: string };

export interface HomeReading {
  itemId: string;
  openedAt: number;
  /** Milliseconds since the epoch. */
  until: number;
  /** When each candidate first opened it. */
  reads: Readonly<Record<string, number>>;
}

const AN_HOUR_MS = 60 * 60 * 1_000;

export const commands: Commands<'OpenHomeReading' | 'CloseHomeReading' | 'ReadHomeCode'> = {
  OpenHomeReading: {
    may: host,
    decide: ({ state, at }, { itemId, hours }) => {
      if (state.settings.format === 'peer') return reject('not-allowed');
      const item = itemOf(state, itemId);
      if (item?.kind !== 'exercise' || item.original === '') return reject('item-unknown');
      const round = currentRound(state);
      if (round && !isOver(round.phase)) return reject('round-live');
      if (hours === undefined && openReading(state)?.itemId === itemId) return nothing;
      return accept({
        type: 'HomeReadingOpened',
        itemId,
        until: at + (hours ?? CODE_LIMITS.homeHours) * AN_HOUR_MS,
      });
    },
  },
  CloseHomeReading: {
    may: host,
    decide: ({ state }) => (openReading(state) ? accept({ type: 'HomeReadingClosed' }) : nothing),
  },
  ReadHomeCode: {
    // Before the lobby of a room with a time opens, a candidate who was let in counts as waiting, too.
    may: [...candidate, 'waiting'],
    decide: ({ state, by }) => {
      const mine = myHomeCode(state, by);
      if (!mine) return reject(audienceOf(state, by) === 'waiting' ? 'not-admitted' : 'not-found');
      return mine.opened === null ? accept({ type: 'HomeCodeRead', memberId: by }) : nothing;
    },
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
    homeReading: {
      itemId,
      openedAt: at,
      until,
      reads: state.homeReading?.itemId === itemId ? state.homeReading.reads : {},
    },
  }),
  HomeReadingClosed: (state) => ({ ...state, homeReading: null }),
  HomeCodeRead: (state, { memberId }, { at }) => ({
    ...state,
    homeReading: state.homeReading && {
      ...state.homeReading,
      reads: { ...state.homeReading.reads, [memberId]: at },
    },
  }),
};

function openReading({ homeReading, phase }: Scene): HomeReading | null {
  return phase === 'ended' ? null : homeReading;
}

const slice = remembered(
  (reading: HomeReading) => [reading],
  ({ itemId, openedAt, until, reads }): HomeSlice => ({
    itemId,
    openedAt,
    until,
    reads: Object.fromEntries(Object.entries(reads).map(([memberId, at]) => [memberId, { memberId, at }])),
  }),
);

export function homeSlice(state: Scene): HomeSlice {
  const reading = openReading(state);
  return reading && slice(reading);
}

const code = remembered(
  (until: HomeReading['until'], item: Exercise, readAt: number | null) => [item, until, readAt],
  (until, { prompt, language, original }, readAt): HomeCode => ({
    until,
    opened: readAt === null ? null : { at: readAt, prompt, language, text: original },
  }),
);

/** What a candidate who has still to sit may read now. */
export function myHomeCode(state: Scene, memberId: string): HomeCode {
  const reading = openReading(state);
  const item = reading && itemOf(state, reading.itemId);
  const member = memberOf(state, memberId);
  if (!reading || item?.kind !== 'exercise') return null;
  if (member?.role !== 'candidate' || member.status !== 'in') return null;
  return state.rounds.some(({ candidateId }) => candidateId === memberId)
    ? null
    : code(reading.until, item, ownOf(reading.reads, memberId) ?? null);
}
