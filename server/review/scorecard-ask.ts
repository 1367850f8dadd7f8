import type { Exercise, PackItem } from '../protocol/pack';
import type { ScorecardAsk, ScorecardMine, ScorecardPanel, ScorecardPoint } from '../protocol/scorecard';
import { type Ask, itemOf, type RoomState } from '../room/core/state';
import { heardAtMs } from '../room/listening';
import { openNotes } from '../room/notes';
import { disputedPoints, revealStats } from '../room/scoring';
import { panelMark, ticksOn } from './point-ledger';
import { groupIdOf } from './round-scores';
import { seesNames, unnamed, type Viewer } from './viewer';

/** One ask as a viewer may see it; `no` counts from 1 among the asks on the scorecard. */
export function scorecardAsk(
  state: RoomState,
  ask: Ask,
  no: number,
  viewer: Viewer,
  text: string | null,
): ScorecardAsk {
  const item = itemOf(state, ask.itemId);
  if (!item) throw new Error(`ask ${ask.askId} is about ${ask.itemId}, which is not in the pack`);
  const skipped = ask.status === 'skipped';
  return {
    askId: ask.askId,
    no,
    status: skipped ? 'skipped' : 'asked',
    itemId: item.id,
    kind: item.kind,
    groupId: groupIdOf(state, ask),
    title: item.kind === 'exercise' ? item.title : null,
    prompt: item.prompt,
    askedBy: ask.askedBy,
    askedAt: ask.askedAt,
    usedMs: usedMsFor(ask, viewer),
    targetMs: ask.clock.targetMs,
    followUps: followUpsOf(item, ask),
    code: item.kind === 'exercise' ? codeOf(item, ask, viewer, text) : null,
    reference: viewer.shows.keyPoints && !skipped ? referenceOf(item) : null,
    points: viewer.shows.keyPoints && !skipped ? pointsOf(item, ask, viewer) : null,
    panel: viewer.shows.ratings !== 'none' && !skipped ? panelOf(ask, viewer) : null,
    evidence: evidenceOf(ask, viewer),
    self: ask.selfRating,
    mine: viewer.role === 'candidate' ? null : mineOf(ask, viewer.memberId),
  };
}

/** The clock runs on after the reveal. A viewer who may not see what the reveal opened may not know when it was. */
function usedMsFor(ask: Ask, viewer: Viewer): number {
  return (viewer.shows.ratings === 'none' ? undefined : ask.reveal?.usedMs) ?? ask.clock.elapsedMs;
}

function followUpsOf(item: PackItem, ask: Ask): ScorecardAsk['followUps'] {
  return ask.followUps.flatMap(({ followUpId, at }) => {
    const followUp = item.followUps.find((known) => known.id === followUpId);
    return followUp ? [{ id: followUp.id, text: followUp.text, at }] : [];
  });
}

function referenceOf(item: PackItem): ScorecardAsk['reference'] {
  return item.kind === 'exercise' ? { improved: item.improved, reasons: item.reasons } : null;
}

/** A tick is an assessment of a key point, so a viewer needs permission to see both. */
function pointsOf(item: PackItem, ask: Ask, viewer: Viewer): ScorecardPoint[] {
  const named = seesNames(viewer);
  const disputed = named ? disputedPoints(ask) : [];
  return item.points.map((point) => {
    const ticks = viewer.shows.ratings === 'none' ? [] : ticksOn(ask, point.id);
    return {
      id: point.id,
      text: point.text,
      context: point.context,
      severity: 'severity' in point ? point.severity : null,
      panel: panelMark(ticks.map(({ mark }) => mark)),
      ticks: named ? ticks : [],
      disputed: disputed.includes(point.id),
      heardAtMs: named ? heardAtMs(ask, point.id) : null,
    };
  });
}

function codeOf(item: Exercise, ask: Ask, viewer: Viewer, text: string | null): ScorecardAsk['code'] {
  return {
    language: ask.code?.language ?? item.language,
    original: item.original,
    text,
    mode: ask.code?.mode ?? null,
    checks: checksOf(ask),
    hints: (ask.code?.hints ?? []).map(({ no, atMs }) => ({ no, text: item.hints[no - 1] ?? '', atMs })),
    pens: pensOf(ask),
    finds: findsFor(ask, viewer),
  };
}

/** Everybody in the room was told by name who could write. */
function pensOf({ code, clock }: Ask): NonNullable<ScorecardAsk['code']>['pens'] {
  return (code?.pens ?? []).map(({ memberId, from, until }) => ({
    memberId,
    fromMs: from.atMs,
    untilMs: until?.atMs ?? clock.elapsedMs,
  }));
}

/** Only the candidate's own runs: the panel's runs are for the panel. */
function checksOf({ code }: Ask): NonNullable<ScorecardAsk['code']>['checks'] {
  const own = (code?.runs ?? []).filter(({ isCandidate, set }) => isCandidate && set !== 'none');
  const last = own.at(-1);
  return last ? { passed: last.passed, of: last.of, runs: own.length } : null;
}

/** A find is an unplanned key point and the person who found it, so a viewer needs permission to see both. */
function findsFor(ask: Ask, viewer: Viewer): NonNullable<ScorecardAsk['code']>['finds'] {
  if (!viewer.shows.keyPoints || !seesNames(viewer) || !ask.reveal) return null;
  return ask.reveal.panel.flatMap((memberId) =>
    (ask.finds[memberId] ?? []).map(({ text, lines, atMs }) => ({
      memberId,
      text,
      ...(lines && { lines }),
      atMs,
    })),
  );
}

function panelOf(ask: Ask, viewer: Viewer): ScorecardPanel | null {
  if (!ask.reveal) return null;
  const { mean, secondMean, range, ad, flagged, cause } = revealStats(ask);
  if (!seesNames(viewer))
    return { ratings: [], mean, secondMean, range: null, ad: null, flagged: false, cause: null };
  return {
    ratings: ask.reveal.panel.map((memberId) => ({
      memberId,
      first: ask.first[memberId] ?? null,
      second: ask.second[memberId] ?? null,
    })),
    mean,
    secondMean,
    range,
    ad,
    flagged,
    cause: viewer.shows.keyPoints ? cause : null,
  };
}

/** The notes that their authors share with this viewer. */
export function evidenceOf(ask: Ask, viewer: Viewer): ScorecardAsk['evidence'] {
  const { role, shows } = viewer;
  if (!shows.evidence) return [];
  const notes = openNotes(ask)
    .filter(({ share }) => share === 'candidate' || role !== 'candidate')
    .map(({ memberId, noteId, text, atMs }) => ({ memberId, noteId, text, atMs }));
  const said = seesNames(viewer) ? notes : unnamed(notes, ({ text }) => text);
  return said.sort((a, b) => a.atMs - b.atMs);
}

function mineOf(ask: Ask, memberId: string): ScorecardMine | null {
  const mine = {
    first: ask.first[memberId] ?? null,
    second: ask.second[memberId] ?? null,
    ticks: Object.fromEntries(
      Object.entries(ask.ticks[memberId] ?? {}).map(([pointId, { mark }]) => [pointId, mark]),
    ),
    stars: ask.stars[memberId] ?? {},
    notes: ask.notes
      .filter((note) => note.memberId === memberId)
      .map(({ noteId, text, atMs, share }) => ({ noteId, text, atMs, share }))
      .sort((a, b) => a.atMs - b.atMs),
  };
  const nothing =
    !mine.first &&
    !mine.second &&
    [mine.ticks, mine.stars, mine.notes].every((part) => !Object.keys(part).length);
  return nothing ? null : mine;
}
