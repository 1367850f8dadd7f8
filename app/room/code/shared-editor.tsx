'use client';

import { indentWithTab } from '@codemirror/commands';
import { Compartment } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { clsx } from 'clsx';
import { basicSetup } from 'codemirror';
import { useEffect, useId, useRef } from 'react';
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next';
import type * as Y from 'yjs';
import { useRoomClient } from '@/app/live/use-room';
import { readingOf } from '@/app/ui/code-languages';
import { notify } from '@/app/ui/notify';
import type { CodePlace, LineRange } from '@/server/protocol/code';
import { ownOf } from '@/server/protocol/in-order';
import type { CandidateView, PanelView } from '@/server/protocol/views';
import { CODE_LIMITS } from '@/server/protocol/words';
import { codeLook } from './code-look';
import { openCursors } from './cursors';
import { lengthLimit } from './length-limit';
import { keyOf, type LineMark, lineMarks, markedLines, type PlacedMark, setMarks } from './line-marks';
import { linePicking } from './line-picking';
import { linesNow } from './original-lines';
import { linesOf, placeOf } from './places';
import { type LostReason, SharedText, type SharedTextEvents, type TextState } from './shared-text';
import { writingOf } from './writing';

export interface SharedEditorProps {
  askId: string;
  language: string | null;
  /** Names the text: "The code, in Ruby". */
  label: string;
  /** May write now; the room decides at every change. */
  writes: boolean;
  marks: readonly LineMark[];
  /** The code that was given, for marks of issues. */
  original?: string;
  nameOf: (memberId: string) => string;
  onState: (state: TextState) => void;
  /** Gets a function that gives the text as it is now. */
  onText?: (text: () => string) => void;
  /** Takes what its column leaves, where there is room; otherwise it is as high as its text. */
  fills?: boolean;
  /** The lines that are selected, and where that is in the text; or null. */
  onSelect?: (lines: LineRange | null, place: CodePlace | null) => void;
  /** The lines on which the marks are now, by `keyOf` each. */
  onMarked?: (lines: ReadonlyMap<string, LineRange | null>) => void;
}

const LOST: Record<LostReason, string> = {
  'not-allowed': 'You can’t write in this code now. Changes that weren’t saved are gone.',
  'too-many': 'The code is too long: the last change was not kept.',
  'text-full':
    'This code has been changed so often that no more changes can be kept: the last one is gone. What was saved is safe.',
  'bad-command': 'Your last change could not be saved and is gone. The code is as it was saved before.',
};

const TOO_LONG = `Nothing was inserted: the code would be longer than ${CODE_LIMITS.text.toLocaleString('en')} characters.`;

/** Where the marks are in the text as it is now. */
function placedIn(text: Y.Text, { marks, original = '' }: SharedEditorProps): PlacedMark[] {
  return marks.map(({ place, ...mark }) => ({
    ...mark,
    key: keyOf({ ...mark, place }),
    lines:
      mark.kind === 'issue'
        ? linesNow(text, original, mark.lines.from)
        : place
          ? linesOf(text, place, mark.lines)
          : mark.lines,
  }));
}

/** The text of an exercise, shared with everyone who may see it. */
export function SharedEditor(props: SharedEditorProps) {
  const { askId, language, label, marks, fills } = props;
  const client = useRoomClient();
  const writes = props.writes && client.code.takes;
  const leaving = useId();
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  const latest = useRef(props);
  const mark = useRef(() => {});
  const parts = useRef({ writing: new Compartment(), colours: new Compartment() });
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const { writing, colours } = parts.current;
    let cursors: ReturnType<typeof openCursors> | null = null;
    const open = () => {
      cursors?.close();
      editor.current?.destroy();
      cursors = openCursors(text.doc, askId, client.code.point);
      const view = new EditorView({
        parent: place.current ?? undefined,
        doc: text.text.toJSON(),
        extensions: [
          keymap.of([...yUndoManagerKeymap, indentWithTab]),
          basicSetup,
          linePicking,
          codeLook,
          lengthLimit(() => void notify(TOO_LONG)),
          lineMarks,
          colours.of([]),
          writing.of(writingOf(latest.current.writes && client.code.takes)),
          yCollab(text.text, cursors.awareness),
          EditorView.contentAttributes.of({
            'aria-label': latest.current.label,
            tabindex: '0',
            autocapitalize: 'off',
            autocorrect: 'off',
          }),
          EditorView.contentAttributes.of(({ state }) =>
            state.readOnly ? null : { 'aria-describedby': leaving },
          ),
          EditorView.updateListener.of(({ state, selectionSet, startState }) => {
            if (state.field(lineMarks) !== startState.field(lineMarks))
              latest.current.onMarked?.(markedLines(state));
            if (!selectionSet) return;
            const { from, to, empty } = state.selection.main;
            const lines = { from: state.doc.lineAt(from).number, to: state.doc.lineAt(to).number };
            if (empty) latest.current.onSelect?.(null, null);
            else latest.current.onSelect?.(lines, placeOf(text.text, from, to));
          }),
        ],
      });
      editor.current = view;
      void readingOf(latest.current.language).then((loaded) => {
        if (editor.current === view) view.dispatch({ effects: colours.reconfigure(loaded ?? []) });
      });
    };
    const draft = `code/${askId}`;
    const unsent = {
      get: () => client.drafts.get(draft),
      set: (update: string) => client.drafts.set(draft, update),
      listen: (listener: () => void) => client.drafts.subscribe(draft, listener),
    };
    const events: SharedTextEvents = {
      changed: (state) => latest.current.onState(state),
      lost: (reason) => {
        open();
        void notify(LOST[reason]);
      },
      loaded: () => mark.current(),
      cut: () => cursors?.cut(),
      moved: (cursor) => {
        const { roster }: Partial<PanelView | CandidateView> = client.getState().view ?? {};
        const no = ownOf(roster?.members ?? {}, cursor.memberId)?.no ?? 0;
        cursors?.moved(cursor, { name: latest.current.nameOf(cursor.memberId), no });
      },
    };
    const text = new SharedText(client.code, askId, events, unsent);
    let scrolledTo = '';
    mark.current = () => {
      const view = editor.current;
      if (!view || !text.hasLoaded) return;
      const placed = placedIn(text.text, latest.current);
      view.dispatch({ effects: setMarks.of(placed) });
      const issue = placed.find(({ kind }) => kind === 'issue');
      if (issue?.lines && issue.key !== scrolledTo) {
        const { from } = view.state.doc.line(issue.lines.from);
        view.dispatch({ effects: EditorView.scrollIntoView(from, { y: 'nearest' }) });
      }
      scrolledTo = issue?.key ?? '';
    };
    open();
    latest.current.onText?.(() => text.text.toJSON());
    return () => {
      cursors?.close();
      editor.current?.destroy();
      editor.current = null;
      text.close();
    };
  }, [client, askId, leaving]);

  useEffect(() => {
    editor.current?.dispatch({
      effects: parts.current.writing.reconfigure(writingOf(writes)),
    });
  }, [writes]);

  const shown = JSON.stringify(marks);
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks that say the same are the same
  useEffect(() => mark.current(), [shown]);

  return (
    <section
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
