'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import { useMyAsk } from '@/app/live/use-room';
import { usePanelTime } from '@/app/room/asking/use-panel-time';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { isComposing } from '@/app/ui/chord';
import { Counted } from '@/app/ui/counted';
import { clock } from '@/app/ui/format';
import { Textarea } from '@/app/ui/input';
import { Kbd } from '@/app/ui/kbd';
import { PanelHeading } from '@/app/ui/panel-heading';
import { inTime } from '@/server/protocol/in-order';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { LIMITS } from '@/server/protocol/words';
import { NoteRow } from './note-row';
import { useNoteDraft } from './use-note-draft';

/** The `n` key finds the field by this id. */
export const NOTE_FIELD = 'note-field';

interface Props {
  ask: PanelAsk;
  live: boolean;
  /** Under a question that is read while another is live, whose notes are in their column. */
  beside?: boolean;
}

/** My notes on one ask, each with the second of the answer at which it began. */
export function Notes({ ask, live, beside }: Props) {
  const id = beside ? `notes/${ask.askId}` : 'notes';
  const mine = useMyAsk(ask.askId);
  const { draft, write, done } = useNoteDraft(ask);
  const { replayed } = usePanelUi();
  // A person who is typing when the next question arrives keeps the focus: anywhere else a digit would be a rating.
  const [typing] = useState(() => document.activeElement?.matches(`[aria-labelledby="notes"] textarea`));
  const notes = inTime(mine?.notes ?? {}).filter((note) => note.noteId !== draft?.noteId);
  return (
    <section aria-labelledby={id} className={clsx('flex flex-1 flex-col', !replayed && 'min-h-40')}>
      <PanelHeading id={id} className="px-4 pt-2" aside={beside || replayed ? null : <Kbd keys="n" />}>
        {beside ? 'Notes on this question' : 'Notes'}
      </PanelHeading>
      <ul className="scroll-y relative min-h-0 flex-1">
        {notes.map((note) => (
          <NoteRow key={note.noteId} askId={ask.askId} note={note} />
        ))}
      </ul>
      {replayed ? null : (
        <>
          <div className="flex items-start gap-2 px-4 pt-1 pb-3">
            <span
              className="min-w-9 shrink-0 pt-2 text-right text-ink-soft text-sm tabular"
              aria-hidden="true"
            >
              {draft ? clock(draft.atMs) : live && !ask.revealed ? <LiveSecond /> : clock(ask.elapsedMs)}
            </span>
            <Textarea
              id={beside ? undefined : NOTE_FIELD}
              autoFocus={typing}
              rows={1}
              aria-label="Write a note. Enter keeps it, Shift and Enter breaks the line."
              placeholder="What did you hear?"
              value={draft?.text ?? ''}
              onChange={(event) => write(event.target.value)}
              onBlur={() => draft && done()}
              onKeyDown={(event) => {
                if (isComposing(event.nativeEvent)) return;
                if (event.key === 'Escape') event.currentTarget.blur();
                if (event.key !== 'Enter' || event.shiftKey) return;
                event.preventDefault();
                done();
              }}
              className="max-h-32 min-h-(--control-md) flex-1 resize-none text-sm"
            />
          </div>
          <div className="px-4">
            <Counted text={draft?.text ?? ''} limit={LIMITS.note} />
          </div>
        </>
      )}
    </section>
  );
}

/** The second that a note would get if it began now. */
function LiveSecond() {
  const time = usePanelTime();
  return time ? clock(time.usedMs) : null;
}
