import type { CheckReport, CheckRun, CheckSet, CodeMode, Find, LineRange, Pointer } from '../protocol/code';
import { CODE_LIMITS } from '../protocol/words';
import { onAsk } from './core/change';
import { admitted, type Commands, type Evolvers, host, listeners, panel } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { type OnAsk, onLiveAsk, onUnpublishedAsk } from './core/occasions';
import { type Ask, audienceOf, currentRound, isInSeat, itemOf, type RoomState } from './core/state';
import { usedMs } from './rules';

/** A code exercise beside its text: the pen, hints, extra finds, what somebody points at, and runs of its checks. */

type PenHanded = { type: 'PenHanded'; askId: string; memberId: string };
type HintGiven = { type: 'HintGiven'; askId: string; no: number };
type FindAdded = { type: 'FindAdded'; askId: string } & Find;
type PointedAt = { type: 'PointedAt'; askId: string } & Omit<Pointer, 'memberId'>;
type ChecksReported = { type: 'ChecksReported'; askId: string; set: CheckSet } & CheckReport;

export type CodeEvent =
  | PenHanded
  | { type: 'PenTaken'; askId: string }
  | HintGiven
  | FindAdded
  | { type: 'FindRemoved'; askId: string; findId: string }
  | PointedAt
  | { type: 'PointCleared'; askId: string; to: Pointer['to'] }
  | ChecksReported;

export interface CodePart {
  /** Null for a question. */
  code: Code | null;
  /** By listener. Until the reveal for that listener alone. */
  finds: Record<string, Find[]>;
}

export interface Code {
  mode: CodeMode;
  /** A scratch pad's; null takes the exercise's own. */
  language: string | null;
  pen: string | null;
  /** In the order of the ladder. `atMs`: into the answer. */
  hints: { no: number; at: number; atMs: number }[];
  pointers: Pointer[];
  run: CheckRun | null;
  panelRuns: Record<CheckSet, CheckRun | null>;
}

export function noCode(isExercise: boolean, mode?: CodeMode, language?: string): CodePart {
  const code: Code = {
    mode: mode ?? 'review',
    language: language ?? null,
    pen: null,
    hints: [],
    pointers: [],
    run: null,
    panelRuns: { shown: null, hidden: null },
  };
  return { code: isExercise ? code : null, finds: {} };
}

interface OnCode extends OnAsk {
  code: Code;
}

const onLiveCode = <C extends { askId: string }>(
  decide: (occasion: OnCode, command: C) => ReturnType<typeof accept>,
) =>
  onLiveAsk((occasion: OnAsk, command: C) =>
    occasion.ask.code ? decide({ ...occasion, code: occasion.ask.code }, command) : reject('not-found'),
  );

type CodeCommand =
  | 'HandPen'
  | 'TakePen'
  | 'GiveHint'
  | 'AddFind'
  | 'RemoveFind'
  | 'PointAt'
  | 'ClearPoint'
  | 'ReportChecks';

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
  AddFind: {
    may: listeners,
    decide: onUnpublishedAsk(({ by, ask }, { askId, findId, text, lines, atMs }) => {
      if (!ask.code) return reject('not-found');
      if (ask.reveal) return reject('already-revealed');
      const mine = ask.finds[by] ?? [];
      if (mine.some((known) => known.findId === findId)) return nothing;
      if (mine.length >= CODE_LIMITS.findsEach) return reject('too-many');
      return accept({ type: 'FindAdded', askId, findId, text, lines: inOrder(lines), atMs });
    }),
  },
  RemoveFind: {
    may: listeners,
    decide: onUnpublishedAsk(({ by, ask }, { askId, findId }) => {
      if (ask.reveal) return reject('already-revealed');
      const mine = ask.finds[by] ?? [];
      if (!mine.some((known) => known.findId === findId)) return nothing;
      return accept({ type: 'FindRemoved', askId, findId });
    }),
  },
  PointAt: {
    may: panel,
    decide: onLiveCode((_, { askId, lines, text, to }) =>
      accept({ type: 'PointedAt', askId, lines: inOrder(lines), text, to }),
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
  ReportChecks: {
    may: admitted.filter((audience) => audience !== 'observer'),
    seatOnly: true,
    decide: onLiveCode(({ state, by, ask, code }, { askId, set, results, output }) => {
      const isCandidate = isInSeat(state, by);
      if (isCandidate && set === 'hidden') return reject('not-allowed');
      const item = itemOf(state, ask.itemId);
      if (item?.kind !== 'exercise' || !item.checks?.[set]) return reject('not-found');
      const before = isCandidate ? code.run : code.panelRuns[set];
      if ((before?.runs ?? 0) >= CODE_LIMITS.runs) return reject('too-many');
      return accept({ type: 'ChecksReported', askId, set, results, output });
    }),
  },
};

/** One for each audience: what is for the panel alone changes nothing in what everyone sees. */
function isOf(pointer: Pointer, memberId: string, to: Pointer['to']): boolean {
  return pointer.memberId === memberId && pointer.to === to;
}

function inOrder<R extends LineRange | null>(lines: R): R;
function inOrder(lines: LineRange | null): LineRange | null {
  return lines && { from: Math.min(lines.from, lines.to), to: Math.max(lines.from, lines.to) };
}

const onCode = <E extends CodeEvent>(
  change: (code: Code, event: E, by: string, at: number, ask: Ask) => Partial<Code>,
) =>
  onAsk<E>((ask, event, { at, by }) =>
    ask.code ? { ...ask, code: { ...ask.code, ...change(ask.code, event, by ?? '', at, ask) } } : ask,
  );

export const evolvers: Evolvers<CodeEvent> = {
  PenHanded: onCode((_, { memberId }) => ({ pen: memberId })),
  PenTaken: onCode(() => ({ pen: null })),
  HintGiven: onCode(({ hints }, { no }, _, at, ask) => ({
    hints: [...hints, { no, at, atMs: usedMs(ask.clock, at) }],
  })),
  FindAdded: onAsk((ask, { findId, text, lines, atMs }, { by }) => {
    const author = by ?? '';
    const mine = [...(ask.finds[author] ?? []), { findId, text, lines, atMs }];
    return { ...ask, finds: { ...ask.finds, [author]: mine } };
  }),
  FindRemoved: onAsk((ask, { findId }, { by }) => {
    const author = by ?? '';
    const mine = (ask.finds[author] ?? []).filter((known) => known.findId !== findId);
    return { ...ask, finds: { ...ask.finds, [author]: mine } };
  }),
  PointedAt: onCode(({ pointers }, { lines, text, to }, memberId) => ({
    pointers: [...pointers.filter((other) => !isOf(other, memberId, to)), { memberId, lines, text, to }],
  })),
  PointCleared: onCode(({ pointers }, { to }, by) => ({
    pointers: pointers.filter((pointer) => !isOf(pointer, by, to)),
  })),
  ChecksReported: (state, event, meta) => reported(isInSeat(state, meta.by ?? ''))(state, event, meta),
};

const reported = (isCandidate: boolean) =>
  onCode<ChecksReported>((code, { set, results, output }, by, at) => {
    const before = isCandidate ? code.run : code.panelRuns[set];
    const run: CheckRun = { results, output, by, at, runs: (before?.runs ?? 0) + 1 };
    return isCandidate ? { run } : { panelRuns: { ...code.panelRuns, [set]: run } };
  });

/** What a member may do with the text of an ask now: nothing, read it, or also write in it. Asked at every update. */
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
