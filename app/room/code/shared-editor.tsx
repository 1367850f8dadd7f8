'use client';

import { clsx } from 'clsx';
import { useEffect, useId, useRef } from 'react';
import { useRoomClient } from '@/app/live/use-room';
import { notify } from '@/app/ui/notify';
import { ownOf } from '@/server/protocol/in-order';
import type { CandidateView, PanelView } from '@/server/protocol/views';
import { CODE_LIMITS } from '@/server/protocol/words';
import { CodeEditor, type Selected } from './code-editor';
import { type Cursors, openCursors } from './cursors';
import { keepLateWords, unsentIn } from './late-words';
import { editorOpens } from './open-editors';
import type { LineMark } from './places-of-marks';
import { type LostReason, SharedText, type SharedTextEvents, type TextState } from './shared-text';
import { codeOf } from './where';

export interface SharedEditorProps {
  askId: string;
  language: string | null;
  /** Names the text: "The code, in Ruby". */
  label: string;
  /** May write now; the room decides at every change. */
  writes: boolean;
  marks: readonly LineMark[];
  /** Scrolls to this mark, whenever the number is another. */
  lookedAt?: { id: string; times: number } | null;
  /** The code that was given. */
  original: string;
  nameOf: (memberId: string) => string;
  onState: (state: TextState) => void;
  /** Gets a function that gives the text as it is now. */
  onText?: (text: () => string) => void;
  /** Takes what its column leaves, where there is room; otherwise it is as high as its text. */
  fills?: boolean;
  onSelect?: (selected: Selected | null) => void;
  /** The lines on which the marks are now, by `id`; null when it closes. */
  onMarked?: (lines: ReadonlyMap<string, readonly number[]> | null) => void;
}

const LOST: Record<LostReason, string> = {
  'not-allowed': 'You can’t write in this code now.',
  'too-many': 'The code is too long: your last change was not saved.',
  'text-full': 'This code can’t take more changes. What was saved is safe.',
  'bad-command': 'Your last change could not be saved. The code is as it was saved before.',
};

const TOO_LONG = `Nothing was inserted: the code would be longer than ${CODE_LIMITS.text.toLocaleString('en')} characters.`;

/** The text of an exercise, shared with everyone who may see it. */
export function SharedEditor(props: SharedEditorProps) {
  const { askId, language, label, marks, fills, lookedAt } = props;
  const client = useRoomClient();
  const leaving = useId();
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const open = useRef<{ mayWrite(): void; mark(): void } | null>(null);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (!place.current) return;
    const closes = editorOpens(askId);
    let cursors: Cursors | null = null;
    let shown: unknown = null;
    let scrolledTo = 0;
    const editor = new CodeEditor({
      parent: place.current,
      original: latest.current.original,
      label: latest.current.label,
      leaving,
      onTooLong: () => void notify(TOO_LONG),
      onSelect: (selected) => latest.current.onSelect?.(selected),
      onText: () => mark(),
    });
    const mayWrite = () => {
      const may = latest.current.writes && client.code.takes && text.state !== 'full';
      editor.mayWrite(text.hasLoaded ? may : 'waiting');
    };
    const mark = () => {
      if (!text.hasLoaded) return;
      const { onMarked, original, lookedAt: wanted } = latest.current;
      const lines = editor.marks(latest.current.marks, original);
      onMarked?.(lines);
      if (!wanted || wanted.times === scrolledTo) return;
      scrolledTo = wanted.times;
      const [line] = lines.get(wanted.id) ?? [];
      if (line) editor.scrollsTo(line);
    };
    const events: SharedTextEvents = {
      changed: (state) => {
        open.current?.mayWrite();
        latest.current.onState(state);
      },
      lost: (reason, words) => {
        keepLateWords(client.drafts, askId, words);
        void notify(LOST[reason]);
      },
      loaded: () => {
        if (shown !== text.doc) {
          shown = text.doc;
          cursors?.close();
          cursors = openCursors(text.doc, askId, client.code.point);
          editor.shows(text.text, cursors);
        }
        mayWrite();
        mark();
      },
      cut: () => cursors?.cut(),
      moved: (cursor) => {
        const { roster }: Partial<PanelView | CandidateView> = client.getState().view ?? {};
        const no = ownOf(roster?.members ?? {}, cursor.memberId)?.no ?? 0;
        cursors?.moved(cursor, { name: latest.current.nameOf(cursor.memberId), no });
      },
    };
    const text = new SharedText(client.code, askId, events, unsentIn(client.drafts, askId));
    open.current = { mayWrite, mark };
    void editor.speaks(latest.current.language);
    latest.current.onText?.(() => text.text.toJSON());
    return () => {
      open.current = null;
      latest.current.onMarked?.(null);
      latest.current.onSelect?.(null);
      cursors?.close();
      editor.close();
      text.close();
      closes();
    };
  }, [client, askId, leaving]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads whether one may write now
  useEffect(() => open.current?.mayWrite(), [props.writes]);

  const said = JSON.stringify([marks, lookedAt]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks that say the same are the same
  useEffect(() => open.current?.mark(), [said]);

  return (
    <section
      id={codeOf(askId)}
      aria-label={label}
      data-language={language ?? undefined}
      className={clsx(
        'overflow-hidden rounded border border-line',
        fills && 'relative roomy:h-72 roomy:grow roomy:[--editor-height:100%] roomy:[--editor-most:none]',
      )}
    >
      <p id={leaving} hidden>
        Tab indents; Escape, then Tab leaves the code
      </p>
      <div ref={place} className={clsx(fills && 'roomy:absolute roomy:inset-0')} />
    </section>
  );
}
