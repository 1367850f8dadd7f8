import { describe, expect, test } from 'vitest';
import { LIMITS } from '../protocol/words';
import { by, given, type Happened, idOf, stateOf } from '../testing/given';
import {
  asked,
  deliberating,
  joined,
  peerLobby,
  published,
  pushed,
  revealed,
  roundStarted,
} from '../testing/stories';
import { mineOf } from './core/mine';
import { viewOf } from './core/views';

const note = {
  askId: 'a1',
  noteId: 'note-0001',
  text: 'named the cost',
  atMs: 42_000,
  share: 'none',
} as const;

describe('notes', () => {
  const written = by('pia', { type: 'NoteWritten', ...note });

  test('[NOTE-1] a note keeps its moment, and a new text under its id replaces it in its place', () => {
    given(asked())
      .when('pia', { type: 'WriteNote', ...note })
      .makes({ type: 'NoteWritten', ...note });
    given(asked(), written)
      .when('pia', { type: 'WriteNote', ...note })
      .changesNothing();
    const second = by('pia', { type: 'NoteWritten', ...note, noteId: 'note-0002' });
    const after = given(asked(), written, second)
      .when('pia', { type: 'WriteNote', ...note, text: 'named the cost, with a number' })
      .state();
    expect(mineOf(after, idOf('pia'))?.asks.a1?.notes).toMatchObject({
      'note-0001': { text: 'named the cost, with a number', atMs: 42_000 },
      'note-0002': { text: note.text },
    });
  });

  test('[NOTE-1] the same id of two authors is two notes', () => {
    const after = given(asked(), written)
      .when('paul', { type: 'WriteNote', ...note, text: 'mine' })
      .state();
    expect(mineOf(after, idOf('pia'))?.asks.a1?.notes['note-0001']?.text).toBe('named the cost');
    expect(mineOf(after, idOf('paul'))?.asks.a1?.notes['note-0001']?.text).toBe('mine');
  });

  test('[NOTE-7] a change of an earlier text does not replace what another device saved since', () => {
    const change = { type: 'WriteNote', ...note, text: 'from the laptop' } as const;
    given(asked(), written)
      .when('pia', { ...change, base: 'an earlier text' })
      .rejects('changed-meanwhile');
    given(asked(), written)
      .when('pia', { ...change, base: note.text })
      .makes({ type: 'NoteWritten', ...note, text: 'from the laptop' });
    given(asked())
      .when('pia', { ...change, base: note.text })
      .makes({ type: 'NoteWritten', ...note, text: 'from the laptop' });
  });

  test('[NOTE-2] notes are accepted at any time, so that one typed on a lost connection is kept', () => {
    for (const history of [asked(), revealed(), deliberating(), published()])
      given(history)
        .when('pia', { type: 'WriteNote', ...note })
        .makes({ type: 'NoteWritten', ...note });
  });

  test('[NOTE-2] notes are accepted from everyone who was not in that round’s hot seat', () => {
    given(asked())
      .when('carl', { type: 'WriteNote', ...note })
      .rejects('not-allowed');
    const next = by('hana', roundStarted('cleo', { roundId: 'r2' }), pushed('a2', 'g1-q1'));
    given(published(), next)
      .when('carl', { type: 'WriteNote', ...note, askId: 'a2' })
      .rejects('not-allowed');
    const rounds = [
      ...peerLobby(),
      ...by('hana', roundStarted('pia', { pool: ['g1-q1'] }), pushed('a1', 'g1-q1')),
      ...by('hana', roundStarted('paul', { roundId: 'r2', pool: ['g2-q1'] })),
    ];
    given(rounds)
      .when('paul', { type: 'WriteNote', ...note })
      .makes({ type: 'NoteWritten', ...note });
    given(rounds)
      .when('pia', { type: 'WriteNote', ...note })
      .rejects('not-allowed');
  });

  test('[NOTE-3] an author can write only so many notes on an ask', () => {
    const many = Array.from({ length: LIMITS.notesPerAsk }, (_, index) =>
      by('pia', { type: 'NoteWritten', ...note, noteId: `many-${1000 + index}` }),
    ).flat();
    given(asked(), many)
      .when('pia', { type: 'WriteNote', ...note })
      .rejects('too-many');
    given(asked(), many)
      .when('pia', { type: 'WriteNote', ...note, noteId: 'many-1000', text: 'changed' })
      .makes({ type: 'NoteWritten', ...note, noteId: 'many-1000', text: 'changed' });
    given(asked(), many)
      .when('paul', { type: 'WriteNote', ...note })
      .makes({ type: 'NoteWritten', ...note });
  });

  test('[NOTE-4] authors delete their own notes', () => {
    const { askId, noteId } = note;
    const gone = { type: 'NoteDeleted', askId, noteId } as const;
    given(asked(), written).when('pia', { type: 'DeleteNote', askId, noteId }).makes(gone);
    given(asked(), written).when('paul', { type: 'DeleteNote', askId, noteId }).changesNothing();
    given(asked(), written, by('pia', gone))
      .when('pia', { type: 'DeleteNote', askId, noteId })
      .changesNothing();
    const over = by('hana', { type: 'RoomEnded' });
    given(published(), written, over).when('pia', { type: 'DeleteNote', askId, noteId }).makes(gone);
    given(asked(), written).when('carl', { type: 'DeleteNote', askId, noteId }).rejects('not-allowed');
  });

  test('[NOTE-5] a shared note opens with the reveal, a private one never', () => {
    const shared = by('paul', { type: 'NoteWritten', ...note, text: 'shared with you', share: 'candidate' });
    const open = by('hana', { type: 'AskRevealed', askId: 'a1', panel: ['hana', 'pia', 'paul'].map(idOf) });
    const before = JSON.stringify(viewOf(stateOf(asked(), written, shared), 'panel'));
    expect(before).not.toContain('shared with you');
    const after = JSON.stringify(viewOf(stateOf(asked(), written, shared, open), 'panel'));
    expect(after).toContain('shared with you');
    expect(after).not.toContain('named the cost');
  });

  const shared = { type: 'NoteWritten', ...note, text: 'shared with you', share: 'candidate' } as const;
  const open = by('hana', { type: 'AskRevealed', askId: 'a1', panel: [idOf('paul')] });
  const panelSees = (...history: Happened[][]) =>
    JSON.stringify(viewOf(stateOf(asked(), ...history), 'panel')).includes('shared with you');

  test('[NOTE-5] the reveal opens shared notes of every panelist, also of one who did not rate', () => {
    for (const name of ['hana', 'pia', 'paul']) expect(panelSees(by(name, shared), open)).toBe(true);
    expect(panelSees(joined('nia'), by('nia', shared), open)).toBe(true);
    const left = by('pia', { type: 'MemberLeft', memberId: idOf('pia') });
    expect(panelSees(by('pia', shared), left, open)).toBe(true);
    expect(panelSees(open, by('pia', shared))).toBe(true);
  });

  test('[NOTE-5] an observer’s note has no readers, whatever they chose', () => {
    expect(panelSees(by('olga', shared), open)).toBe(false);
    const after = stateOf(asked(), by('olga', shared), open);
    expect(mineOf(after, idOf('olga'))?.asks.a1?.notes['note-0001']).toMatchObject({ share: 'none' });
  });

  test('[NOTE-6] its author can take a note back after they left and after the end', () => {
    const share = {
      type: 'ShareNote',
      roundId: 'r1',
      askId: 'a1',
      noteId: note.noteId,
      share: 'none',
    } as const;
    const gone = (name: string) => by(name, { type: 'MemberLeft', memberId: idOf(name) });
    const ended = by('hana', { type: 'RoomEnded' });
    const taken = { ...shared, share: 'none' } as const;
    for (const history of [[...gone('pia')], [...gone('pia'), ...ended], ended])
      given(published(), by('pia', shared), history).when('pia', share).makes(taken);
    given(published(), by('pia', shared), gone('pia'))
      .when('pia', { ...share, share: 'candidate' })
      .changesNothing();
    given(asked(), by('pia', shared)).when('pia', share).makes(taken);
  });

  test('[NOTE-6] nobody else can, nor somebody to whom the round is closed', () => {
    const share = {
      type: 'ShareNote',
      roundId: 'r1',
      askId: 'a1',
      noteId: note.noteId,
      share: 'none',
    } as const;
    const written = by('pia', shared);
    for (const name of ['paul', 'carl', 'nobody'])
      given(published(), written).when(name, share).rejects('not-found');
    given(published(), written)
      .when('pia', { ...share, roundId: 'r2' })
      .rejects('not-found');
    const removed = by('hana', { type: 'MemberRemoved', memberId: idOf('pia') });
    given(asked(), written, removed).when('pia', share).rejects('not-found');
    given(published(), by('olga', shared))
      .when('olga', { ...share, share: 'panel' })
      .rejects('not-allowed');
  });
});
