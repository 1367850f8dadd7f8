import type { MyAsk } from '../protocol/mine';
import type { Reveal } from '../protocol/view-judging';
import { LIMITS, type NoteShare } from '../protocol/words';
import { onAsk } from './core/change';
import { admitted, type Commands, type Evolvers } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { onHeardAsk } from './core/occasions';
import { byId } from './core/remembered';
import type { Ask } from './core/state';

/** What a listener writes about an answer. A note is private unless its author shares it. */

export type NoteEvent =
  | { type: 'NoteWritten'; askId: string; noteId: string; text: string; atMs: number; share: NoteShare }
  | { type: 'NoteDeleted'; askId: string; noteId: string };

export interface Note {
  noteId: string;
  memberId: string;
  text: string;
  /** Milliseconds into the answer. */
  atMs: number;
  share: NoteShare;
  at: number;
}

export interface NotesPart {
  notes: Note[];
}

export const noNotes: NotesPart = { notes: [] };

export const commands: Commands<'WriteNote' | 'DeleteNote'> = {
  /** Accepted at any time, also from a panelist in the hot seat now, so that one typed on a lost connection is kept. */
  WriteNote: {
    may: admitted,
    afterEnd: true,
    decide: onHeardAsk(({ by, ask }, { askId, noteId, text, atMs, share }) => {
      const mine = ask.notes.filter((note) => note.memberId === by);
      const known = mine.find((note) => note.noteId === noteId);
      if (known && known.text === text && known.share === share && known.atMs === atMs) return nothing;
      if (!known && mine.length >= LIMITS.notesPerAsk) return reject('too-many');
      return accept({ type: 'NoteWritten', askId, noteId, text, atMs, share });
    }),
  },
  DeleteNote: {
    may: admitted,
    afterEnd: true,
    decide: onHeardAsk(({ by, ask }, { askId, noteId }) => {
      const known = ask.notes.some((note) => note.memberId === by && note.noteId === noteId);
      return known ? accept({ type: 'NoteDeleted', askId, noteId }) : nothing;
    }),
  },
};

export const evolvers: Evolvers<NoteEvent> = {
  NoteWritten: onAsk((ask, { noteId, text, atMs, share }, { at, by }) => {
    const note = { noteId, memberId: by ?? '', text, atMs, share, at };
    const isSame = (other: Note) => other.memberId === note.memberId && other.noteId === noteId;
    const known = ask.notes.some(isSame);
    return {
      ...ask,
      notes: known ? ask.notes.map((other) => (isSame(other) ? note : other)) : [...ask.notes, note],
    };
  }),
  NoteDeleted: onAsk((ask, { noteId }, { by }) => ({
    ...ask,
    notes: ask.notes.filter((note) => note.memberId !== by || note.noteId !== noteId),
  })),
};

/** A rater's shared notes as the reveal opens them, if they have any. */
export function sharedNotes(ask: Ask, memberId: string): [string, Reveal['notes'][string]][] {
  const notes = ask.notes.filter((note) => note.share !== 'none' && note.memberId === memberId);
  if (notes.length === 0) return [];
  return [
    [
      memberId,
      byId(
        notes,
        ({ noteId }) => noteId,
        ({ text, atMs }) => ({ text, atMs }),
      ),
    ],
  ];
}

/** A person's own notes on an ask. */
export function myNotes(ask: Ask, memberId: string): MyAsk['notes'] {
  return byId(
    ask.notes.filter((note) => note.memberId === memberId),
    ({ noteId }) => noteId,
    ({ noteId, text, atMs, share, at }) => ({ noteId, text, atMs, share, at }),
  );
}
