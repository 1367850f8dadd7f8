import type { RunSet } from '../protocol/code';
import type { Playback, PlaybackMark } from '../protocol/playback';
import { type Ask, findAsk, itemOf, type RoomState } from '../room/core/state';
import { linesInWords } from '../room/rules';
import { evidenceOf } from './scorecard-ask';
import { seesNames, type Viewer } from './viewer';

/** One update of a text; `at` is in milliseconds since 1970, and `by` is null for the original code. */
export interface TextUpdate {
  at: number;
  by: string | null;
  update: Uint8Array;
}

/** How the text of an exercise was written, with what this viewer may see beside it. */
export function playbackFor(
  state: RoomState,
  ask: Ask,
  viewer: Viewer,
  updates: readonly TextUpdate[],
): Playback {
  const since = (at: number) => Math.max(0, at - ask.askedAt);
  const marks = [
    ...hints(state, ask),
    ...runs(ask, viewer),
    ...pens(ask),
    ...notes(ask, viewer),
    ...finds(state, ask, viewer),
  ]
    .map((mark) => ({ ...mark, at: since(mark.at) }))
    .sort((a, b) => a.at - b.at);
  // Processes may have different clocks: their order is the record's.
  let last = 0;
  const candidateId = findAsk(state, ask.askId)?.round.candidateId;
  const moments = updates.map(({ at, by, update }) => {
    last = Math.max(last, since(at));
    const data = Buffer.from(update).toString('base64');
    return by === null || by === candidateId ? { at: last, data } : { at: last, data, by };
  });
  const item = itemOf(state, ask.itemId);
  return {
    askId: ask.askId,
    startedAt: ask.askedAt,
    language: ask.code?.language ?? (item?.kind === 'exercise' ? item.language : null),
    length: Math.max(0, ...marks.map(({ at }) => at), ...moments.slice(-1).map(({ at }) => at)),
    updates: moments,
    marks,
  };
}

/** Given to the candidate, so everybody has seen them. */
function hints(state: RoomState, ask: Ask): PlaybackMark[] {
  const item = itemOf(state, ask.itemId);
  const ladder = item?.kind === 'exercise' ? item.hints : [];
  return (ask.code?.hints ?? []).map(({ no, at, atMs }) => ({
    at,
    atMs,
    kind: 'hint',
    text: `Hint ${no}: ${ladder[no - 1] ?? ''}`,
    by: null,
  }));
}

/** Each of the candidate's runs, and the panel's own for viewers on the panel's side. */
function runs(ask: Ask, viewer: Viewer): PlaybackMark[] {
  return (ask.code?.runs ?? [])
    .filter(({ isCandidate }) => isCandidate || viewer.role !== 'candidate')
    .map(({ set, by, isCandidate, at, atMs, passed, of }) => ({
      at,
      atMs,
      kind: 'checks',
      text: ranInWords(set, passed, of),
      by: isCandidate ? null : by,
    }));
}

function ranInWords(set: RunSet, passed: number, of: number): string {
  if (set === 'none') return of > passed ? 'Ran the code, which stopped with an error' : 'Ran the code';
  return `${set === 'hidden' ? 'Hidden checks' : 'Checks'}: ${passed} of ${of} passed`;
}

/** Everybody in the room was told by name who could write. */
function pens({ code }: Ask): PlaybackMark[] {
  return (code?.pens ?? []).flatMap(({ memberId: by, from, until }) => [
    { ...from, kind: 'pen', text: 'Got the pen', by },
    ...(until ? [{ ...until, kind: 'pen' as const, text: 'No longer has the pen', by }] : []),
  ]);
}

/**
 * A viewer's own, and the evidence of their scorecard. Without names it is left out, because its moment would show
 * whose it is.
 */
function notes(ask: Ask, viewer: Viewer): PlaybackMark[] {
  const evidence = new Set(
    seesNames(viewer) ? evidenceOf(ask, viewer).map(({ memberId, noteId }) => `${memberId} ${noteId}`) : [],
  );
  return ask.notes
    .filter((note) => note.memberId === viewer.memberId || evidence.has(`${note.memberId} ${note.noteId}`))
    .map(({ at, atMs, text, memberId: by }) => ({ at, atMs, kind: 'note', text, by }));
}

/** What the reveal opened, for viewers who may see key points and who rated what. */
function finds(state: RoomState, ask: Ask, viewer: Viewer): PlaybackMark[] {
  const panel = viewer.shows.keyPoints && seesNames(viewer) ? (ask.reveal?.panel ?? []) : [];
  const points = new Map((itemOf(state, ask.itemId)?.points ?? []).map(({ id, text }) => [id, text]));
  return panel.flatMap((by) => [
    ...Object.entries(ask.ticks[by] ?? {}).flatMap(([pointId, { mark, at, atMs }]): PlaybackMark[] =>
      mark === 'missed' || atMs === null
        ? []
        : [{ at, atMs, kind: mark === 'heard' ? 'found' : 'partial', text: points.get(pointId) ?? '', by }],
    ),
    ...(ask.finds[by] ?? []).map(
      ({ at, atMs, text, lines }): PlaybackMark => ({
        at,
        atMs,
        kind: 'find',
        text: lines ? `${text}, ${linesInWords(lines)}` : text,
        by,
      }),
    ),
  ]);
}
