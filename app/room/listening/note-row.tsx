'use client';

import Trash2 from 'lucide-react/icons/trash-2';
import { useEffect, useRef, useState } from 'react';
import { editDraft } from '@/app/live/drafts';
import { useOwnText } from '@/app/live/use-own-text';
import { useMine, usePanel, useSend } from '@/app/live/use-room';
import { isComposing } from '@/app/ui/chord';
import { Counted } from '@/app/ui/counted';
import { clock } from '@/app/ui/format';
import { IconButton } from '@/app/ui/icon-button';
import { Textarea } from '@/app/ui/input';
import { notify } from '@/app/ui/notify';
import { SavedElsewhere } from '@/app/ui/saved-elsewhere';
import { ownOf } from '@/server/protocol/in-order';
import type { MyNote } from '@/server/protocol/mine';
import { LIMITS, type NoteShare } from '@/server/protocol/words';
import { isOver } from '@/server/room/rules';
import { alreadySent } from './already-sent';
import { readersInWords } from './readers-in-words';
import { ShareMenu, UNSHARED } from './share-menu';

/** What of this note was sent before, if its author shares it less from now on, or changes its text. */
function useSent(
  askId: string,
  { noteId, share }: MyNote,
): (after: NoteShare, edited?: boolean) => string | null {
  const memberId = useMine((mine) => mine.memberId);
  const opened = usePanel(({ reveals }) => {
    const notes = ownOf(reveals.reveals, askId)?.notes;
    return memberId !== null && notes?.[memberId]?.[noteId] !== undefined;
  });
  const over = usePanel(({ round }) => round !== null && isOver(round.phase));
  const published = usePanel((view) => view.closing?.wasPublished ?? false);
  return (after, edited) => alreadySent({ before: share, after, opened, over, published, edited });
}

function useReaders(askId: string, share: NoteShare): string | null {
  const revealed = usePanel(({ asks }) => ownOf(asks.asks, askId)?.revealed ?? false);
  const phase = usePanel(({ round }) => round?.phase);
  const isLast = phase === 'debrief' || (phase !== undefined && isOver(phase));
  return readersInWords(share, { revealed, isLast });
}

/** One note of mine: press to change it, share it as evidence, or delete it (with the way back). */
export function NoteRow({ askId, note }: { askId: string; note: MyNote }) {
  const send = useSend();
  const text = useRef<HTMLButtonElement>(null);
  const { noteId, atMs, share } = note;
  const sentBy = useSent(askId, note);
  const readers = useReaders(askId, share);
  // Observers listen for practice, and keep their notes.
  const mayShare = useMine((mine) => mine.role === 'panelist');
  const [typed, setTyped] = useState<string | null>(null);
  // It outlives the screen and the page: it may be too long to be sent.
  const edit = useOwnText(editDraft(noteId), note.text);
  const editing = typed ?? (edit.touched ? edit.text : null);
  const setEditing = (next: string | null) => {
    setTyped(next);
    if (next === null) edit.clear();
    else edit.write(next);
  };
  const write = (change: Partial<MyNote>) => {
    const { text } = { ...note, ...change };
    void send({
      type: 'WriteNote',
      askId,
      noteId,
      text,
      atMs,
      share: change.share ?? share,
      base: note.text,
    });
  };
  const keep = () => {
    const edited = editing === null ? '' : edit.whole.trim();
    if (edited && edited.length > LIMITS.note) return;
    if (edited && edited !== note.text) {
      const sent = sentBy(share, true);
      write({ text: edited });
      if (sent) void notify('Note changed', { more: sent });
    }
    setEditing(null);
  };
  const keepLatest = useRef(keep);
  useEffect(() => {
    keepLatest.current = keep;
  });
  // A change is kept also when its question leaves the screen, which fires no blur.
  useEffect(() => () => keepLatest.current(), []);
  // The text must be on the screen again before it can get the focus.
  const giveFocusBack = () => requestAnimationFrame(() => text.current?.focus());
  const shareWith = (after: NoteShare) => {
    // Asked before it is sent: what it takes back disappears from the view at once.
    const sent = sentBy(after);
    write({ share: after });
    if (sent) void notify(UNSHARED[after], { more: sent });
  };
  const remove = () => {
    const more = sentBy('none') ?? undefined;
    edit.clear();
    void send({ type: 'DeleteNote', askId, noteId });
    void notify('Note deleted', { more, action: { label: 'Undo', run: () => write({}) } });
  };
  return (
    <li className="group flex items-start gap-2 px-4 py-0.5">
      <span className="min-w-9 shrink-0 pt-1.5 text-right text-ink-soft text-sm tabular">{clock(atMs)}</span>
      {editing === null ? (
        <button
          ref={text}
          type="button"
          aria-label={`Change the note at ${clock(atMs)}: ${note.text}`}
          onClick={() => setEditing(note.text)}
          className="wrap-anywhere min-w-0 flex-1 cursor-text whitespace-pre-wrap py-1.5 text-left text-sm"
        >
          {note.text}
          {readers === null ? null : <span className="ml-2 text-ink-soft text-xs">{readers}</span>}
        </button>
      ) : (
        <div className="min-w-0 flex-1">
          <Textarea
            autoFocus={typed !== null}
            rows={1}
            aria-label={`The note at ${clock(atMs)}`}
            value={editing}
            onChange={(event) => setEditing(event.target.value)}
            // The browser would put the cursor at the beginning, but people mostly continue a note.
            onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
            onBlur={keep}
            onKeyDown={(event) => {
              if (isComposing(event.nativeEvent)) return;
              if (event.key === 'Escape') {
                setEditing(null);
                giveFocusBack();
              }
              if (event.key !== 'Enter' || event.shiftKey) return;
              event.preventDefault();
              keep();
              giveFocusBack();
            }}
            className="min-h-(--control-sm) w-full resize-none text-sm"
          />
          <SavedElsewhere text={edit.elsewhere} />
          <Counted text={edit.whole} limit={LIMITS.note} />
        </div>
      )}
      <span className="flex shrink-0 opacity-75 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100">
        {mayShare ? <ShareMenu share={share} onShare={shareWith} /> : null}
        <IconButton size="sm" label="Delete this note" onClick={remove}>
          <Trash2 size={16} aria-hidden="true" />
        </IconButton>
      </span>
    </li>
  );
}
