'use client';

import { useNameOf } from '@/app/room/shell/use-panel-room';
import { clock } from '@/app/ui/format';
import type { Reveal } from '@/server/protocol/view-judging';

/** The notes that their authors shared, in the order of the answer. */
export function SharedEvidence({ reveal }: { reveal: Reveal }) {
  const nameOf = useNameOf();
  const notes = Object.entries(reveal.notes)
    .flatMap(([memberId, ofMember]) =>
      Object.entries(ofMember).map(([noteId, note]) => ({ ...note, memberId, noteId })),
    )
    .toSorted((a, b) => a.atMs - b.atMs);
  return (
    <section aria-labelledby="evidence">
      <h3 id="evidence" className="kicker pb-1.5">
        Shared evidence
      </h3>
      {notes.length === 0 ? (
        <p className="text-ink-soft text-sm">
          Nobody has shared a note yet. Use the eye icon to share a note.
        </p>
      ) : (
        <ul className="flex flex-col gap-1.5">
          {notes.map((note) => (
            <li key={`${note.memberId}/${note.noteId}`} className="flex gap-3 text-sm">
              <span className="min-w-9 shrink-0 text-right text-ink-soft tabular">{clock(note.atMs)}</span>
              <span className="wrap-anywhere min-w-0 whitespace-pre-wrap">
                {note.text} <span className="text-ink-soft">{nameOf(note.memberId)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
