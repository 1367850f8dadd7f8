import type { CodePlace, Find } from '../protocol/code';
import { CODE_LIMITS } from '../protocol/words';
import { inOrder } from './code';
import { onAsk } from './core/change';
import { type Commands, type Evolvers, listeners } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { onUnfinishedAsk } from './core/occasions';
import { byId } from './core/remembered';
import type { Ask } from './core/state';

/** Problems in the code that a listener found besides the planted ones. Nobody else sees them until the reveal. */

type FindAdded = { type: 'FindAdded'; askId: string; place?: CodePlace } & Omit<Find, 'place'>;

export type FindEvent = FindAdded | { type: 'FindRemoved'; askId: string; findId: string };

export interface FindsPart {
  /** By listener. `at`: when it was added. */
  finds: Record<string, (Find & { at: number })[]>;
}

export const noFinds: FindsPart = { finds: {} };

export const commands: Commands<'AddFind' | 'RemoveFind'> = {
  AddFind: {
    may: listeners,
    decide: onUnfinishedAsk(({ by, ask }, { askId, findId, text, lines, place, atMs }) => {
      if (!ask.code) return reject('not-found');
      if (ask.reveal) return reject('already-revealed');
      const mine = ask.finds[by] ?? [];
      if (mine.some((known) => known.findId === findId)) return nothing;
      if (mine.length >= CODE_LIMITS.findsEach) return reject('too-many');
      return accept({
        type: 'FindAdded',
        askId,
        findId,
        text,
        lines: inOrder(lines),
        ...(lines && place && { place }),
        atMs,
      });
    }),
  },
  RemoveFind: {
    may: listeners,
    decide: onUnfinishedAsk(({ by, ask }, { askId, findId }) => {
      if (ask.reveal) return reject('already-revealed');
      const mine = ask.finds[by] ?? [];
      if (!mine.some((known) => known.findId === findId)) return nothing;
      return accept({ type: 'FindRemoved', askId, findId });
    }),
  },
};

export const evolvers: Evolvers<FindEvent> = {
  FindAdded: onAsk((ask, { findId, text, lines, place = null, atMs }, { at, by }) => {
    const author = by ?? '';
    const mine = [...(ask.finds[author] ?? []), { findId, text, lines, place, atMs, at }];
    return { ...ask, finds: { ...ask.finds, [author]: mine } };
  }),
  FindRemoved: onAsk((ask, { findId }, { by }) => {
    const author = by ?? '';
    const mine = (ask.finds[author] ?? []).filter((known) => known.findId !== findId);
    return { ...ask, finds: { ...ask.finds, [author]: mine } };
  }),
};

/** A rater's finds as the reveal opens them, if they have any. */
export function openFinds(ask: Ask, memberId: string): [string, Record<string, Find>][] {
  return ask.finds[memberId]?.length ? [[memberId, findsOf(ask, memberId)]] : [];
}

/** One listener's extra finds, by id. */
export function findsOf(ask: Ask, memberId: string): Record<string, Find> {
  const mine = [...(ask.finds[memberId] ?? [])].sort((a, b) => a.atMs - b.atMs);
  return byId(
    mine,
    ({ findId }) => findId,
    ({ findId, text, lines, place, atMs }) => ({ findId, text, lines, place, atMs }),
  );
}
