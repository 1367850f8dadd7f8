import type { Bank } from '@/server/protocol/bank';
import type { Replay, ReplayKind } from '@/server/protocol/replay';
import { type Known, Replica } from '@/server/protocol/replica';

type PackItem = Bank['items'][number];

/** One moment of a replay: what the person saw from then on. */
export interface Moment {
  /** Its number, from 1. */
  n: number;
  /** Milliseconds into the round. */
  at: number;
  /** Milliseconds since the epoch. */
  time: number;
  kinds: readonly ReplayKind[];
  known: Known;
}

/** Frames as the client of a live room takes them, each moment kept. */
export function momentsOf({ startedAt, frames }: Replay): Moment[] {
  const replica = new Replica();
  return frames.flatMap(({ at, kinds, whole, view, mine }, index) => {
    const n = index + 1;
    const taken = whole ? replica.full({ n, ...whole, at }) : replica.patch({ n, view, mine, at });
    if (taken !== 'taken' || !replica.known) throw new Error(`frame ${n} of a replay does not fit`);
    return [{ n, at: at - startedAt, time: at, kinds, known: replica.known }];
  });
}

/** The items that were live in a round for a viewer on the panel, each once. The rest of the bank is not kept. */
export function itemsOf(moments: readonly Moment[]): PackItem[] {
  const items = new Map<string, PackItem>();
  for (const { known } of moments) {
    const item = 'live' in known.view ? known.view.live?.item : undefined;
    if (item) items.set(item.id, item);
  }
  return [...items.values()];
}

/** The question on this viewer's screen: for the panel, between two questions, the one that was live last. */
export function askAt(moments: readonly Moment[], index: number): string | null {
  const view = moments[index]?.known.view;
  if (!view || !('round' in view) || view.round?.phase !== 'asking') return null;
  if ('prompt' in view) return view.prompt?.askId ?? null;
  const { roundId } = view.round;
  for (let no = index; no >= 0; no -= 1) {
    const before = moments[no]?.known.view;
    if (!before || !('asks' in before) || before.round?.roundId !== roundId) break;
    if (before.asks.liveAskId !== null) return before.asks.liveAskId;
  }
  return null;
}

/** The last moment up to then. */
export function momentAt(moments: readonly Moment[], at: number): number {
  let low = 0;
  let high = moments.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((moments[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A place in a replay: a time (ms into the round) and, where somebody chose one of several moments with it, which one. */
export interface Position {
  at: number;
  /** The moment's index; null for the last one up to then. */
  chosen: number | null;
}

/** The moment that is shown at a position. */
export function shownAt(moments: readonly Moment[], { at, chosen }: Position): number {
  const isThere = chosen !== null && moments[chosen]?.at === at;
  return isThere ? chosen : momentAt(moments, at);
}

/** The position that shows a moment. */
export function positionOf(moments: readonly Moment[], index: number): Position {
  return { at: moments[index]?.at ?? 0, chosen: index };
}

/** The next moment of this kind from there on, forwards or backwards; null when there is none. */
export function jump(
  moments: readonly Moment[],
  from: number,
  step: 1 | -1,
  kind: ReplayKind | null,
): number | null {
  for (let index = from + step; index >= 0 && index < moments.length; index += step)
    if (kind === null || moments[index]?.kinds.includes(kind)) return index;
  return null;
}
