import type { MyAsk } from '../protocol/mine';
import type { Reveal } from '../protocol/view-judging';
import type { Mark, StarLetter } from '../protocol/words';
import { onAsk } from './core/change';
import { type Commands, type Evolvers, listeners } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { onUnfinishedAsk } from './core/occasions';
import { type Ask, itemOf } from './core/state';
import { usedMs } from './rules';

/** What a listener marks while the candidate answers: key points, and the parts of a story (S, T, A, R). */

/**
 * `atMs`: as somebody says who marks their own answer afterwards, and null if they did not listen to it; absent, it is the
 * moment of the mark.
 */
type PointMarked = {
  type: 'PointMarked';
  askId: string;
  pointId: string;
  mark: Mark | null;
  atMs?: number | null;
};
type StarMarked = { type: 'StarMarked'; askId: string; letter: StarLetter; atMs: number | null };

export type ListeningEvent = PointMarked | StarMarked;

export interface ListeningPart {
  /** By listener, by key point. `atMs`: into the answer; null where nobody knows the moment. */
  ticks: Record<string, Record<string, { mark: Mark; at: number; atMs: number | null }>>;
  /** By listener, by letter: milliseconds into the answer. */
  stars: Record<string, Partial<Record<StarLetter, number>>>;
}

export const noMarks: ListeningPart = { ticks: {}, stars: {} };

export const commands: Commands<'MarkPoint' | 'MarkStar'> = {
  MarkPoint: {
    may: listeners,
    decide: onUnfinishedAsk(({ state, by, ask }, { askId, pointId, mark }) => {
      const known = itemOf(state, ask.itemId)?.points.some((point) => point.id === pointId);
      if (!known) return reject('not-found');
      if (ask.reveal) return reject('already-revealed');
      if ((ask.ticks[by]?.[pointId]?.mark ?? null) === mark) return nothing;
      return accept({ type: 'PointMarked', askId, pointId, mark });
    }),
  },
  MarkStar: {
    may: listeners,
    decide: onUnfinishedAsk(({ by, ask }, { askId, letter, atMs }) => {
      if ((ask.stars[by]?.[letter] ?? null) === atMs) return nothing;
      return accept({ type: 'StarMarked', askId, letter, atMs });
    }),
  },
};

export const evolvers: Evolvers<ListeningEvent> = {
  PointMarked: onAsk((ask, event, { at, by }) => {
    const author = by ?? '';
    return { ...ask, ticks: { ...ask.ticks, [author]: marked(ask, author, event, at) } };
  }),
  StarMarked: onAsk((ask, event, { by }) => {
    const author = by ?? '';
    return { ...ask, stars: { ...ask.stars, [author]: starred(ask.stars[author] ?? {}, event) } };
  }),
};

function marked(ask: Ask, author: string, event: PointMarked, at: number): Ask['ticks'][string] {
  const { [event.pointId]: _, ...rest } = ask.ticks[author] ?? {};
  if (event.mark === null) return rest;
  const atMs = event.atMs === undefined ? usedMs(ask.clock, at) : event.atMs;
  return { ...rest, [event.pointId]: { mark: event.mark, at, atMs } };
}

function starred(stars: Ask['stars'][string], event: StarMarked): Ask['stars'][string] {
  const { [event.letter]: _, ...rest } = stars;
  return event.atMs === null ? rest : { ...rest, [event.letter]: event.atMs };
}

/** A rater's ticks as the reveal opens them, if they have any. */
export function openTicks(ask: Ask, memberId: string): [string, Reveal['ticks'][string]][] {
  const marks = marksOf(ask, memberId);
  return Object.keys(marks).length === 0 ? [] : [[memberId, marks]];
}

/** A person's own marks on an ask. */
export function myMarks(ask: Ask, memberId: string): Pick<MyAsk, 'ticks' | 'stars'> {
  return { ticks: marksOf(ask, memberId), stars: ask.stars[memberId] ?? {} };
}

function marksOf(ask: Ask, memberId: string): Record<string, Mark> {
  const ticks = Object.entries(ask.ticks[memberId] ?? {});
  return Object.fromEntries(ticks.map(([pointId, { mark }]) => [pointId, mark]));
}

/** When (ms into the answer) the first of them marked a point heard, or an issue found; null if nobody did or knows when. */
export function heardAtMs(ask: Ask, pointId: string): number | null {
  const times = (ask.reveal?.panel ?? []).flatMap((memberId) => {
    const tick = ask.ticks[memberId]?.[pointId];
    return tick?.mark === 'heard' && tick.atMs !== null ? [tick.atMs] : [];
  });
  return times.length === 0 ? null : Math.min(...times);
}

/** The same for all points that somebody heard. */
export function heardTimes(ask: Ask): Reveal['heardAtMs'] {
  const pointIds = new Set(
    (ask.reveal?.panel ?? []).flatMap((memberId) => Object.keys(ask.ticks[memberId] ?? {})),
  );
  return Object.fromEntries(
    [...pointIds].flatMap((pointId) => {
      const atMs = heardAtMs(ask, pointId);
      return atMs === null ? [] : [[pointId, atMs]];
    }),
  );
}
