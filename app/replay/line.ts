import type { Moment } from './moments';

/** Milliseconds. Without a moment for longer than this, while nobody answers, only the beginning is kept. */
const QUIET_MS = 30_000;
const KEPT_MS = 5_000;
/** Milliseconds. An answer is kept for this long without a moment: somebody talks, or writes code. */
const ANSWER_MS = 30 * 60_000;

/** What the scrubber shows of a round: its time (ms) without the quiet stretches. */
export interface Line {
  /** The first and the last moment, into the round. */
  from: number;
  to: number;
  length: number;
  /** The stretches that are left out, and how long they are together. */
  left: { count: number; ms: number };
  /** The place on the line of a time into the round. A stretch that is left out is a single place. */
  placeOf(at: number): number;
  /** The time into the round at a place on the line. */
  timeAt(place: number): number;
}

/** A part of the round that is shown as it was. Between one and the next a stretch is left out. */
interface Piece {
  place: number;
  from: number;
  to: number;
}

export function lineOf(moments: readonly Moment[]): Line {
  const pieces = piecesOf(moments);
  const last = pieces.at(-1);
  const gaps = pieces.slice(1).map(({ from }, no) => from - (pieces[no]?.to ?? from));
  return {
    from: pieces[0]?.from ?? 0,
    to: last?.to ?? 0,
    length: last ? last.place + last.to - last.from : 0,
    left: { count: gaps.length, ms: gaps.reduce((sum, gap) => sum + gap, 0) },
    placeOf: (at) => {
      const piece = pieces.findLast(({ from }) => from <= at);
      return piece ? piece.place + Math.min(at, piece.to) - piece.from : 0;
    },
    timeAt: (place) => {
      const piece = pieces.findLast((one) => one.place <= place) ?? pieces[0];
      return piece ? Math.min(piece.to, piece.from + Math.max(0, place - piece.place)) : 0;
    },
  };
}

function piecesOf(moments: readonly Moment[]): Piece[] {
  const [first] = moments;
  if (!first) return [];
  const pieces: Piece[] = [];
  let open: Piece = { place: 0, from: first.at, to: first.at };
  for (const [no, { at, known }] of moments.entries()) {
    const next = moments[no + 1]?.at ?? at;
    const [most, kept] = isAnswering(known.view) ? [ANSWER_MS, ANSWER_MS] : [QUIET_MS, KEPT_MS];
    if (next - at <= most) open.to = next;
    else {
      open.to = at + kept;
      pieces.push(open);
      open = { place: open.place + open.to - open.from, from: next, to: next };
    }
  }
  return [...pieces, open];
}

function isAnswering(view: Moment['known']['view']): boolean {
  return 'clock' in view && view.clock !== null && view.clock.runningSince !== null;
}
