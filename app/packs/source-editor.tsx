'use client';

import { markdown } from '@codemirror/lang-markdown';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import type { PackProblem } from '@/server/protocol/pack';
import { editorLook } from './editor-look';
import { lineDirections } from './line-directions';
import { joinSource, splitSource } from './source-text';

/** What the page may ask of the editor. */
export interface EditorHandle {
  /** Puts the cursor into a line (1-based) and shows it. */
  goTo(line: number): void;
  /** Puts another text in its place; undo brings the one before back. */
  replace(source: string): void;
}

export interface SourceEditorProps {
  initial: string;
  label: string;
  problems: readonly PackProblem[];
  onChange: (source: string) => void;
  /** Told the line of the cursor, 1-based. */
  onLine: (line: number) => void;
  handle: RefObject<EditorHandle | null>;
}

/** Markdown with CodeMirror. Tab leaves it, as it leaves any field. Everything but its text is fixed at the start. */
export function SourceEditor({ initial, label, problems, onChange, onLine, handle }: SourceEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
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
        EditorView.lineWrapping,
        lineDirections,
        EditorView.contentAttributes.of({
          'aria-label': latest.current.label,
          spellcheck: 'true',
          // Reached by Tab, as any field: the region that scrolls takes no focus.
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
  }));

  useEffect(() => {
    const view = editor.current;
    if (view)
      view.dispatch(
        setDiagnostics(
          view.state,
          problems.map((problem) => diagnosticOf(view, problem)),
        ),
      );
  }, [problems]);

  return <div ref={place} className="h-full min-h-0" />;
}

function diagnosticOf(view: EditorView, { line, message, hint }: PackProblem): Diagnostic {
  const { from, to } = view.state.doc.line(Math.min(line, view.state.doc.lines));
  return { from, to, severity: 'error', message: `${message}\n${hint}` };
}
