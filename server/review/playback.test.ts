import { describe, expect, test } from 'vitest';
import type { RunSet } from '../protocol/code';
import { playback as playbackSchema } from '../protocol/playback';
import { EVERYTHING_SHARED, type NoteShare } from '../protocol/words';
import { by, idOf, START, stateOf } from '../testing/given';
import { ledRound, pushed } from '../testing/stories';
import { playbackFor } from './playback';
import type { Viewer } from './viewer';

const note = (noteId: string, text: string, share: NoteShare) =>
  ({ type: 'NoteWritten', askId: 'a1', noteId, text, atMs: 0, share }) as const;

const report = (set: RunSet, passes: boolean[]) =>
  ({
    type: 'ChecksReported',
    askId: 'a1',
    set,
    results: passes.map((ok, no) => ({ name: `test ${no}`, ok, message: '' })),
    output: '',
  }) as const;

/** Secrets that one viewer or another may not know, in two versions. */
const hiddenThings = [
  { note: 'kept by Pia', mark: 'heard', find: 'No tests', hidden: [false] },
  { note: 'of something else', mark: 'missed', find: 'A race', hidden: [true, true] },
] as const;

const stateWith = ({ note: kept, mark, find, hidden }: (typeof hiddenThings)[number]) =>
  stateOf(
    ledRound(),
    by('pia', pushed('a1', 'x1', 600_000)),
    by('pia', { type: 'HintGiven', askId: 'a1', no: 1 }),
    by('pia', { type: 'PointMarked', askId: 'a1', pointId: 'x1-p1', mark }),
    by('pia', {
      type: 'FindAdded',
      askId: 'a1',
      findId: 'find-0001',
      text: find,
      lines: { from: 2, to: 3 },
      atMs: 5,
    }),
    by('pia', note('note-0001', 'shared by Pia', 'candidate'), note('note-0002', kept, 'none')),
    by('carl', report('shown', [true, false])),
    by('carl', report('shown', [true, true])),
    by('hana', report('hidden', [...hidden])),
    by('hana', { type: 'AskRevealed', askId: 'a1', panel: [idOf('hana'), idOf('pia')] }),
  );
const state = stateWith(hiddenThings[0]);
const ask = state.rounds[0]?.asks[0];

function marksFor(
  name: string,
  shows: Partial<Viewer['shows']> = {},
  seen = state,
  moments = [0, 700],
  writers: (string | null)[] = [],
) {
  const [round] = seen.rounds;
  const ask = round?.asks[0];
  if (!round || !ask) throw new Error('the story has no ask');
  const viewer: Viewer = {
    memberId: idOf(name),
    role: name === 'carl' ? 'candidate' : 'panelist',
    shows: { ...EVERYTHING_SHARED, ...shows },
  };
  const updates = moments.map((ms, index) => ({
    at: ask.askedAt + ms,
    by: writers[index] ?? null,
    update: new Uint8Array(index === 0 ? [1] : [2, 3]),
  }));
  return playbackSchema.parse(playbackFor(seen, ask, viewer, updates));
}

describe('the playback of code', () => {
  test('has every update and mark at its time since the ask, in order', () => {
    const { updates, marks, length, startedAt } = marksFor('pia');
    expect(updates).toEqual([
      { at: 0, data: 'AQ==' },
      { at: 700, data: 'AgM=' },
    ]);
    expect(marks.map(({ at }) => at)).toEqual(marks.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(length).toBe(Math.max(700, ...marks.map(({ at }) => at)));
    expect(startedAt).toBe(ask?.askedAt);
    expect(startedAt).toBeGreaterThan(START);
  });

  test('never goes back where the clocks of two processes differ, and reaches its last update', () => {
    const { updates, length } = marksFor('pia', {}, state, [0, 90_000, 30_000, 95_000, 40_000]);
    expect(updates.map(({ at }) => at)).toEqual([0, 90_000, 90_000, 95_000, 95_000]);
    expect(length).toBe(95_000);
  });

  test('says the answer’s time of a mark, as the scorecard does: a pause is not in it', () => {
    const paused = stateOf(
      ledRound(),
      by('pia', pushed('a1', 'x1', 600_000)),
      by('pia', { type: 'ClockPaused', askId: 'a1', moment: false }),
      by('pia', { type: 'HintGiven', askId: 'a1', no: 1 }),
      by('carl', report('shown', [true, true])),
    );
    const { marks } = marksFor('pia', {}, paused);
    const used = paused.rounds[0]?.asks[0]?.clock.elapsedMs;
    expect(marks.map(({ kind, atMs }) => [kind, atMs])).toEqual([
      ['hint', used],
      ['checks', used],
    ]);
    expect(marks.every(({ at, atMs }) => at > atMs)).toBe(true);
  });

  test('says which changes a panelist wrote with the pen, and when they had it, to every viewer', () => {
    const handed = stateOf(
      ledRound(),
      by('pia', pushed('a1', 'x1', 600_000)),
      by('hana', { type: 'PenHanded', askId: 'a1', memberId: idOf('pia') }),
      by('hana', { type: 'PenTaken', askId: 'a1' }),
    );
    for (const name of ['hana', 'carl']) {
      const writers = ['', 'carl', 'pia'].map((one) => (one ? idOf(one) : null));
      const shows = { ratings: 'none', keyPoints: false } as const;
      const { updates, marks } = marksFor(name, shows, handed, [0, 700, 900], writers);
      expect(updates.map(({ by }) => by)).toEqual([undefined, undefined, idOf('pia')]);
      expect(marks.map(({ kind, text, by }) => [kind, text, by])).toEqual([
        ['pen', 'Got the pen', idOf('pia')],
        ['pen', 'No longer has the pen', idOf('pia')],
      ]);
      expect(marks[1]?.atMs).toBeGreaterThan(marks[0]?.atMs ?? 0);
    }
  });

  test('shows each viewer only what their scorecard shows', () => {
    const kinds = (name: string, shows?: Partial<Viewer['shows']>) =>
      marksFor(name, shows).marks.map(({ kind, text }) => `${kind}: ${text}`);
    expect(kinds('pia')).toEqual(
      expect.arrayContaining(['note: kept by Pia', 'note: shared by Pia', 'find: No tests, lines 2 to 3']),
    );
    expect(kinds('hana')).not.toContain('note: kept by Pia');
    expect(kinds('hana').some((mark) => mark.startsWith('found: '))).toBe(true);
    const first = (marks: string[]) => marks.map((mark) => mark.split(':')[0]);
    const ran = ['checks', 'checks'];
    expect(first(kinds('carl', { keyPoints: false }))).toEqual(['hint', 'note', ...ran]);
    expect(first(kinds('carl', { ratings: 'means' }))).toEqual(['hint', ...ran]);
    expect(first(kinds('carl', { evidence: false, keyPoints: false }))).toEqual(['hint', ...ran]);
  });

  test('secrets from the candidate change no byte of it, whatever else they see', () => {
    const bytes = (index: 0 | 1, shows: Partial<Viewer['shows']>) =>
      JSON.stringify(marksFor('carl', shows, stateWith(hiddenThings[index])));
    for (const shows of [{ keyPoints: false }, { ratings: 'means' }, { ratings: 'none' }] as const)
      expect(bytes(1, shows)).toBe(bytes(0, shows));
    expect(bytes(1, {})).not.toBe(bytes(0, {}));
  });

  test('marks every run without checks, and says whether it ended with an error', () => {
    const ran = stateOf(
      ledRound(),
      by('pia', pushed('a1', 'x1', 600_000)),
      by('carl', report('none', []), report('none', [false])),
    );
    for (const name of ['carl', 'hana'])
      expect(marksFor(name, {}, ran).marks.map(({ kind, text, by: author }) => [kind, text, author])).toEqual(
        [
          ['checks', 'Ran the code', null],
          ['checks', 'Ran the code, which stopped with an error', null],
        ],
      );
  });

  test('marks every run of the checks, but the panel’s runs only for the panel', () => {
    const runs = (name: string) =>
      marksFor(name).marks.flatMap(({ kind, text, by }) => (kind === 'checks' ? [[text, by]] : []));
    const own = [
      ['Checks: 1 of 2 passed', null],
      ['Checks: 2 of 2 passed', null],
    ];
    expect(runs('carl')).toEqual(own);
    expect(runs('pia')).toEqual([...own, ['Hidden checks: 0 of 1 passed', idOf('hana')]]);
  });
});
