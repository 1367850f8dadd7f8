import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EVERYTHING_SHARED, SHARED_AT_FIRST } from '../../protocol/words';
import type { EventMeta } from './events';
import { evolve } from './evolve';
import type { RoomState } from './state';
import { upcast } from './upcast';

/** Events of the first version whose shape has changed since; each has a test of its own below. */
const CHANGED = new Set(['NoteWritten', 'RoundPublished']);

interface Sample {
  meta: EventMeta;
  data: { type: string };
}

/**
 * One room as the first version stored it. It is history and is never edited. A later version adds a file of its own
 * for each event whose stored shape it changes; new events need none.
 */
function samples(): Sample[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'samples/version-1.json'), 'utf8'));
}

test('[LOG-2] every event type that the first version stored is here as a sample', () => {
  expect(new Set(samples().map(({ data }) => data.type)).size).toBe(42);
});

test('[LOG-2] the samples are read as they were written, and newer fields get their first value', () => {
  for (const { data } of samples()) if (!CHANGED.has(data.type)) expect(upcast(data)).toMatchObject(data);
  const room = samples().map(({ data }) => upcast(data))[0];
  expect(room).toMatchObject({
    seen: [],
    seed: '',
    settings: { level: null },
    pack: { id: 'test-pack', familyId: 'test-pack' },
  });
  expect(upcast(room)).toEqual(room);
});

test('[LOG-2] an old shared note goes to the panel and to the candidate, as it did then', () => {
  const note = { type: 'NoteWritten', askId: 'a1', noteId: 'note-0001', text: 'x', atMs: 5 };
  expect(upcast({ ...note, shared: true })).toEqual({ ...note, share: 'candidate' });
  expect(upcast({ ...note, shared: false })).toEqual({ ...note, share: 'none' });
  expect(upcast({ ...note, share: 'panel' })).toEqual({ ...note, share: 'panel' });
  const stored = samples().flatMap(({ data }) => (data.type === 'NoteWritten' ? [upcast(data)] : []));
  for (const event of stored) expect(event).not.toHaveProperty('shared');
});

test('[LOG-2] old shared ratings have names, and shared notes go with a published round', () => {
  const publish = (sharing: object) => upcast({ type: 'RoundPublished', roundId: 'r1', sharing });
  expect(publish({ ratings: true, keyPoints: true, verdicts: true })).toMatchObject({
    sharing: EVERYTHING_SHARED,
  });
  expect(publish({ ratings: false, keyPoints: true, verdicts: false })).toMatchObject({
    sharing: { ratings: 'none', keyPoints: true, verdicts: false, evidence: true, feedback: false },
  });
  expect(publish(SHARED_AT_FIRST)).toMatchObject({ sharing: SHARED_AT_FIRST });
});

test('[LOG-1] evolve accepts each of them', () => {
  const end = samples().reduce<RoomState | null>(
    (state, { data, meta }) => evolve(state, upcast(data), meta),
    null,
  );
  expect(end).toMatchObject({
    phase: 'ended',
    rounds: [{ roundId: 'r1', phase: 'published', asks: [{ askId: 'a1' }, { askId: 'a2' }] }],
  });
});

test('[LOG-2] an event of a type that this version does not know is an error that names it', () => {
  expect(() => upcast({ type: 'CandidateTeleported' })).toThrow('CandidateTeleported');
  for (const broken of [null, undefined, 3, 'RoomOpened', {}, { type: 'toString' }, []])
    expect(() => upcast(broken)).toThrow('cannot read');
});

test('[LOG-2] so is an event on a room that was never opened', () => {
  expect(() => evolve(null, { type: 'RoomEnded' }, { at: 1, by: null })).toThrow('never opened');
});
