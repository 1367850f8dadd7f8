'use client';

import { markdown } from '@codemirror/lang-markdown';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import type { PackEdit } from '@/server/protocol/pack';
import type { PackReport } from '@/server/protocol/pack-library';
import { changesOf } from './apply-edits';
import { coverageGutter, showCoverage } from './coverage-gutter';
import { diagnosticsOf } from './diagnostics';
import { editorLook } from './editor-look';
import { lineDirections } from './line-directions';
import { joinSource, splitSource } from './source-text';

/** What the page can tell the editor to do. */
export interface EditorHandle {
  /** Puts the cursor into a line (1-based) and shows it. */
  goTo(line: number): void;
  /** Replaces the text; undo restores the previous one. */
  replace(source: string): void;
  /** Edits the text that was read; false when it has changed since. */
  edit(edits: readonly PackEdit[]): boolean;
}

export interface SourceEditorProps {
  initial: string;
  label: string;
  /** What was read of the text. */
  report: PackReport | null;
  onChange: (source: string) => void;
  /** Called with the line of the cursor, 1-based. */
  onLine: (line: number) => void;
  handle: RefObject<EditorHandle | null>;
}

/** Markdown with CodeMirror. Tab leaves it, as it leaves any field. Everything but its text is fixed at the start. */
export function SourceEditor({ initial, label, report, onChange, onLine, handle }: SourceEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  /** The text that the report is about. */
  const read = useRef<Text>(null);
  const latest = useRef({ initial, label, onChange, onLine });
  useEffect(() => {
    latest.current = { ...latest.current, onChange, onLine };
  });

  useEffect(() => {
    const parts = splitSource(latest.current.initial);
    const view = new EditorView({
      parent: place.current ?? undefined,
      doc: Text.of(parts.lines),
      extensions: [
        basicSetup,
        markdown({ completeHTMLTags: false }),
        lintGutter(),
        coverageGutter,
        EditorView.lineWrapping,
        lineDirections,
        EditorView.contentAttributes.of({
          'aria-label': latest.current.label,
          spellcheck: 'true',
          // Tab reaches the text like any field, so the scrolling region needs no focus.
          tabindex: '0',
        }),
        editorLook,
        EditorView.updateListener.of((update) => {
          const { doc, selection } = update.state;
          if (update.docChanged) latest.current.onChange(joinSource(parts, doc.toJSON()));
          if (update.selectionSet || update.docChanged)
            latest.current.onLine(doc.lineAt(selection.main.head).number);
        }),
      ],
    });
    editor.current = view;
    return () => {
      editor.current = null;
      view.destroy();
    };
  }, []);

  useImperativeHandle(handle, () => ({
    goTo(line) {
      const view = editor.current;
      if (!view) return;
      const { from } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
      view.dispatch({
        selection: { anchor: from },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      });
      view.focus();
    },
    replace(source) {
      const view = editor.current;
      if (!view) return;
      const insert = Text.of(splitSource(source).lines);
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert } });
      view.focus();
    },
    edit: (edits) => editor.current !== null && editRead(editor.current, read.current, edits),
  }));

  useEffect(() => {
    const view = editor.current;
    if (!view || !report) return;
    const { doc } = view.state;
    read.current = doc;
    view.dispatch(
      setDiagnostics(
        view.state,
        diagnosticsOf(doc, report, (edits) => void editRead(view, read.current, edits)),
      ),
      { effects: showCoverage.of(report.coverage) },
    );
  }, [report]);

  return <div ref={place} className="h-full min-h-0" />;
}

/** Line numbers belong to the text that was read; in another text they mean other lines. */
function editRead(view: EditorView, read: Text | null, edits: readonly PackEdit[]): boolean {
  const { doc } = view.state;
  if (!read?.eq(doc)) return false;
  view.dispatch({ changes: changesOf(doc, edits), userEvent: 'input.fix' });
  return true;
}
