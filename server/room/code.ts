import type {
  CandidateCode,
  CheckRun,
  CheckSet,
  CodeMode,
  CodePlace,
  LineRange,
  PanelCode,
  PanelCodes,
  Pointer,
  RunSet,
} from '../protocol/code';
import type { Exercise } from '../protocol/pack';
import { onAsk, withRound } from './core/change';
import { type Commands, type Evolvers, host, panel } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { type OnAsk, onLiveAsk } from './core/occasions';
import { byId, remembered } from './core/remembered';
import {
  type Ask,
  audienceOf,
  channelOf,
  currentRound,
  isInSeat,
  itemOf,
  liveAsk,
  type RoomState,
  type Scene,
} from './core/state';
import { usedMs } from './rules';

/** What belongs to a code exercise besides its text: the pen, hints and pointers. */

type PenHanded = { type: 'PenHanded'; askId: string; memberId: string };
type HintGiven = { type: 'HintGiven'; askId: string; no: number };
type PointedAt = { type: 'PointedAt'; askId: string; place?: CodePlace } & Omit<
  Pointer,
  'memberId' | 'place'
>;

export type CodeEvent =
  | PenHanded
  | { type: 'PenTaken'; askId: string }
  | HintGiven
  | PointedAt
  | { type: 'PointCleared'; askId: string; to: Pointer['to'] };

export interface CodePart {
  /** Null for a question. */
  code: Code | null;
}

/** `atMs`: into the answer. */
interface Moment {
  at: number;
  atMs: number;
}

export interface Code {
  mode: CodeMode;
  /** The language of a scratch pad; null means the exercise's own. */
  language: string | null;
  pen: string | null;
  /** Who had the pen, in order; `until` is null while they have it. */
  pens: { memberId: string; from: Moment; until: Moment | null }[];
  /** In the order of the ladder. `atMs`: into the answer. */
  hints: { no: number; at: number; atMs: number }[];
  pointers: Pointer[];
  /** The candidate's newest with the shown checks, and the newest without checks. */
  run: CheckRun | null;
  ran: CheckRun | null;
  panelRuns: Record<CheckSet, CheckRun | null>;
  /** Every run, in order: a playback marks them all. */
  runs: {
    set: RunSet;
    by: string;
    isCandidate: boolean;
    at: number;
    /** Into the answer. */
    atMs: number;
    passed: number;
    of: number;
  }[];
}

export function noCode(isExercise: boolean, mode?: CodeMode, language?: string): CodePart {
  const code: Code = {
    mode: mode ?? 'review',
    language: language ?? null,
    pen: null,
    pens: [],
    hints: [],
    pointers: [],
    run: null,
    ran: null,
    panelRuns: { shown: null, hidden: null },
    runs: [],
  };
  return { code: isExercise ? code : null };
}

interface OnCode extends OnAsk {
  code: Code;
}

export const onLiveCode = <C extends { askId: string }>(
  decide: (occasion: OnCode, command: C) => ReturnType<typeof accept>,
) =>
  onLiveAsk((occasion: OnAsk, command: C) =>
    occasion.ask.code ? decide({ ...occasion, code: occasion.ask.code }, command) : reject('not-found'),
  );

type CodeCommand = 'HandPen' | 'TakePen' | 'GiveHint' | 'PointAt' | 'ClearPoint';

export const commands: Commands<CodeCommand> = {
  HandPen: {
    may: host,
    decide: onLiveCode(({ state, code }, { askId, memberId }) => {
      const audience = audienceOf(state, memberId);
      if (audience !== 'host' && audience !== 'panelist') return reject('not-found');
      return code.pen === memberId ? nothing : accept({ type: 'PenHanded', askId, memberId });
    }),
  },
  TakePen: {
    may: host,
    decide: onLiveCode(({ code }, { askId }) =>
      code.pen === null ? nothing : accept({ type: 'PenTaken', askId }),
    ),
  },
  GiveHint: {
    may: panel,
    decide: onLiveCode(({ state, ask, code }, { askId, no }) => {
      if (no <= code.hints.length) return nothing;
      const ladder = itemOf(state, ask.itemId);
      const isNext = no === code.hints.length + 1 && ladder?.kind === 'exercise' && no <= ladder.hints.length;
      return isNext ? accept({ type: 'HintGiven', askId, no }) : reject('not-found');
    }),
  },
  PointAt: {
    may: panel,
    decide: onLiveCode((_, { askId, lines, place, text, to }) =>
      accept({ type: 'PointedAt', askId, lines: inOrder(lines), ...(place && { place }), text, to }),
    ),
  },
  ClearPoint: {
    may: panel,
    decide: onLiveCode(({ by, code }, { askId, to }) =>
      code.pointers.some((pointer) => isOf(pointer, by, to))
        ? accept({ type: 'PointCleared', askId, to })
        : nothing,
    ),
  },
};

/** One for each audience, so that a pointer for the panel changes nothing in what everyone sees. */
function isOf(pointer: Pointer, memberId: string, to: Pointer['to']): boolean {
  return pointer.memberId === memberId && pointer.to === to;
}

export function inOrder<R extends LineRange | null>(lines: R): R;
export function inOrder(lines: LineRange | null): LineRange | null {
  return lines && { from: Math.min(lines.from, lines.to), to: Math.max(lines.from, lines.to) };
}

export const onCode = <E extends { type: string; askId: string }>(
  change: (code: Code, event: E, by: string, at: number, ask: Ask) => Partial<Code>,
) =>
  onAsk<E>((ask, event, { at, by }) =>
    ask.code ? { ...ask, code: { ...ask.code, ...change(ask.code, event, by ?? '', at, ask) } } : ask,
  );

export const evolvers: Evolvers<CodeEvent> = {
  PenHanded: onCode((code, { memberId }, _, at, ask) => ({
    pen: memberId,
    pens: [...endedPens(code, ask, at), { memberId, from: momentOf(ask, at), until: null }],
  })),
  PenTaken: onAsk((ask, _, { at }) => withoutPen(ask, at)),
  HintGiven: onCode(({ hints }, { no }, _, at, ask) => ({
    hints: [...hints, { no, at, atMs: usedMs(ask.clock, at) }],
  })),
  PointedAt: onCode(({ pointers }, { lines, place = null, text, to }, memberId) => ({
    pointers: [
      ...pointers.filter((other) => !isOf(other, memberId, to)),
      { memberId, lines, place, text, to },
    ],
  })),
  PointCleared: onCode(({ pointers }, { to }, by) => ({
    pointers: pointers.filter((pointer) => !isOf(pointer, by, to)),
  })),
};

function momentOf({ clock }: Ask, at: number): Moment {
  return { at, atMs: usedMs(clock, at) };
}

function endedPens({ pens }: Code, ask: Ask, at: number): Code['pens'] {
  return pens.map((one) => (one.until ? one : { ...one, until: momentOf(ask, at) }));
}

/** The ask once nobody has its pen. */
export function withoutPen(ask: Ask, at: number): Ask {
  if (!ask.code || ask.code.pen === null) return ask;
  return { ...ask, code: { ...ask.code, pen: null, pens: endedPens(ask.code, ask, at) } };
}

/** Takes the pen from a member who can no longer be on the panel: it doesn't come back when they do. */
export function withoutPenOf(state: RoomState, memberId: string, at: number): RoomState {
  const round = currentRound(state);
  const ask = round?.asks.find(({ code }) => code?.pen === memberId);
  if (!round || !ask) return state;
  return withRound(state, round.roundId, (one) => ({
    ...one,
    asks: one.asks.map((other) => (other === ask ? withoutPen(ask, at) : other)),
  }));
}

/** What a member may do with the text of an ask now: nothing, read it, or also write in it. Checked at every update. */
export function codeAccess(state: RoomState, memberId: string, askId: string): 'none' | 'read' | 'write' {
  const round = currentRound(state);
  const ask = round?.asks.find((other) => other.askId === askId);
  const audience = audienceOf(state, memberId);
  if (!round || !ask?.code || audience === null || audience === 'waiting') return 'none';
  const isSeat = isInSeat(state, memberId);
  const isLive = ask.status === 'live' && round.phase === 'asking' && state.phase !== 'ended';
  if (audience === 'candidate') {
    if (!isSeat || ask.status === 'withdrawn') return 'none';
    return isLive ? 'write' : 'read';
  }
  const hasPen = ask.code.pen === memberId && (audience === 'host' || audience === 'panelist');
  return isLive && hasPen ? 'write' : 'read';
}

/** The exercise of the current round in which people write, or wrote last; null if there is none. */
export function writtenIn(state: RoomState): string | null {
  return currentRound(state)?.asks.findLast(({ code }) => code !== null)?.askId ?? null;
}

/**
 * Whether a member is told where another's cursor is. A reader's cursor reveals what they think of those lines. So the
 * candidate gets only cursors of people who may write, the panel also gets those of readers, and nobody gets an observer's.
 */
export function seesCursor(state: RoomState, memberId: string, ownerId: string, askId: string): boolean {
  const access = codeAccess(state, ownerId, askId);
  if (access === 'none' || codeAccess(state, memberId, askId) === 'none') return false;
  if (access === 'write') return true;
  const owner = audienceOf(state, ownerId);
  return (owner === 'host' || owner === 'panelist') && channelOf(state, memberId) !== 'candidate';
}

/** What the candidate sees of the live exercise: the hints given so far, and the shown checks. */
export function candidateCodeSlice(state: Scene): CandidateCode {
  const ask = liveAsk(currentRound(state));
  const item = ask && itemOf(state, ask.itemId);
  if (!ask?.code || item?.kind !== 'exercise') return null;
  return candidateCode(ask.code, ask.askId, item);
}

const candidateCode = remembered(
  (code: Code, askId: string, item: Exercise) => [code, askId, item],
  ({ mode, pen, hints, pointers, run, ran }, askId, item): CandidateCode => ({
    askId,
    mode,
    pen,
    hints: byId(
      hints,
      ({ no }) => String(no),
      (hint) => ({ ...hint, text: item.hints[hint.no - 1] ?? '' }),
    ),
    pointers: byId(
      pointers.filter(({ to }) => to === 'everyone'),
      ({ memberId, to }) => `${memberId}-${to}`,
      (pointer) => pointer,
    ),
    checks: item.checks?.shown ? { shown: item.checks.shown, data: item.checks.data } : null,
    run,
    ran,
  }),
);

export function panelCodesSlice(state: Scene): PanelCodes {
  const asks = (currentRound(state)?.asks ?? []).flatMap(({ askId, itemId, code }) => {
    const item = itemOf(state, itemId);
    return code && item?.kind === 'exercise' ? [panelCode(code, askId, item)] : [];
  });
  return {
    asks: byId(
      asks,
      ({ askId }) => askId,
      (one) => one,
    ),
  };
}

const panelCode = remembered(
  (code: Code, askId: string, item: Exercise) => [code, askId, item],
  ({ mode, language, pen, pens, hints, pointers, run, ran, panelRuns }, askId, item): PanelCode => ({
    askId,
    mode,
    language: language ?? item.language,
    pen,
    pens: byId(
      pens,
      ({ memberId, from }) => `${memberId}-${from.at}`,
      ({ memberId, from, until }, no) => ({ no, memberId, fromMs: from.atMs, untilMs: until?.atMs ?? null }),
    ),
    hints: byId(
      hints,
      ({ no }) => String(no),
      (hint) => hint,
    ),
    pointers: byId(
      pointers,
      ({ memberId, to }) => `${memberId}-${to}`,
      (pointer) => pointer,
    ),
    run,
    ran,
    panelRuns,
  }),
);
