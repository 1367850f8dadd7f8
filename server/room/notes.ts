import type { MyAsk } from '../protocol/mine';
import type { Reveal } from '../protocol/view-judging';
import { LIMITS, type NoteShare } from '../protocol/words';
import { onAsk } from './core/change';
import { admitted, type Commands, type Evolvers, type SystemDeciders } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { changedMeanwhile } from './core/meanwhile';
import { onHeardAsk } from './core/occasions';
import { byId } from './core/remembered';
import { type Ask, findAsk, memberOf, type RoomState } from './core/state';
import { tookPart } from './taking-part';

/** What a listener writes about an answer. A note is private unless its author, a panelist, shares it. */

/** Of the author, from the scorecard, which is open to them also after they left and after the end. */
export type NoteCommand = {
  type: 'ShareNote';
  roundId: string;
  askId: string;
  noteId: string;
  share: NoteShare;
};

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
    decide: onHeardAsk(({ by, ask }, { askId, noteId, text, atMs, share, base }) => {
      const mine = ask.notes.filter((note) => note.memberId === by);
      const known = mine.find((note) => note.noteId === noteId);
      if (known && known.text === text && known.share === share && known.atMs === atMs) return nothing;
      if (known && changedMeanwhile(base, known.text, text)) return reject('changed-meanwhile');
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

export const systemDeciders: SystemDeciders<NoteCommand['type']> = {
  ShareNote(state, { roundId, askId, noteId, share }, { by }) {
    const found = state && findAsk(state, askId);
    const note = found?.ask.notes.find((one) => one.noteId === noteId && one.memberId === by);
    if (!state || !note || found?.round.roundId !== roundId) return reject('not-found');
    const isIn = memberOf(state, note.memberId)?.status === 'in';
    if (!isIn && !tookPart(found.round, note.memberId)) return reject('not-found');
    if (share !== 'none' && !mayShare(state, note.memberId)) return reject('not-allowed');
    const { text, atMs } = note;
    return note.share === share ? nothing : accept({ type: 'NoteWritten', askId, noteId, text, atMs, share });
  },
};

/** An observer's notes are for that observer. */
const mayShare = (state: RoomState, memberId: string) => memberOf(state, memberId)?.role === 'panelist';

export const evolvers: Evolvers<NoteEvent> = {
  NoteWritten: (state, event, meta) =>
    onAsk<typeof event>((ask, { noteId, text, atMs }, { at, by }) => {
      const memberId = by ?? '';
      const share = mayShare(state, memberId) ? event.share : 'none';
      const note = { noteId, memberId, text, atMs, share, at };
      const isSame = (other: Note) => other.memberId === memberId && other.noteId === noteId;
      const known = ask.notes.some(isSame);
      return {
        ...ask,
        notes: known ? ask.notes.map((other) => (isSame(other) ? note : other)) : [...ask.notes, note],
      };
    })(state, event, meta),
  NoteDeleted: onAsk((ask, { noteId }, { by }) => ({
    ...ask,
    notes: ask.notes.filter((note) => note.memberId !== by || note.noteId !== noteId),
  })),
};

/**
 * The notes that others may read: those that are shared, from the reveal of their ask on. Without a reveal nobody reads
 * them but their authors. Room, scorecard, playback and files all ask here.
 */
export function openNotes({ reveal, notes }: Pick<Ask, 'reveal' | 'notes'>): Note[] {
  return reveal ? notes.filter(({ share }) => share !== 'none') : [];
}

/** These notes for the panel, by author. */
export function revealedNotes(ask: Ask): Reveal['notes'] {
  const open = openNotes(ask);
  const authors = [...new Set(open.map(({ memberId }) => memberId))].sort();
  return byId(
    authors,
    (memberId) => memberId,
    (author) =>
      byId(
        open.filter(({ memberId }) => memberId === author),
        ({ noteId }) => noteId,
        ({ text, atMs }) => ({ text, atMs }),
      ),
  );
}

/** A person's own notes on an ask. */
export function myNotes(ask: Ask, memberId: string): MyAsk['notes'] {
  return byId(
    ask.notes.filter((note) => note.memberId === memberId),
    ({ noteId }) => noteId,
    ({ noteId, text, atMs, share, at }) => ({ noteId, text, atMs, share, at }),
  );
}
