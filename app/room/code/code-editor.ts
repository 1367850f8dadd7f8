import { Compartment, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { yCollab } from 'y-codemirror.next';
import type * as Y from 'yjs';
import { readingOf } from '@/app/ui/code-languages';
import type { CodePlace, LineRange } from '@/server/protocol/code';
import { alike } from './alike';
import { codeLook } from './code-look';
import type { Cursors } from './cursors';
import { editing } from './editing';
import { lengthLimit } from './length-limit';
import { lineMarks, linesMarked, setMarks } from './line-marks';
import { linesIn, placeOf } from './places';
import { type LineMark, placedIn } from './places-of-marks';
import { undoing } from './undoing';
import { numbers } from './where';
import { writingOf } from './writing';

/** Lines that are selected, and where they are in the text. */
export interface Selected {
  lines: LineRange;
  place: CodePlace;
}

export interface CodeEditorOptions {
  parent: Element;
  /** Shown, but not to write in, until the text of today is here. */
  original: string;
  label: string;
  /** The id of what says how to leave the code with a keyboard. */
  leaving: string;
  onTooLong(): void;
  /** With every change of the text or of what is selected in it. */
  onSelect(selected: Selected | null): void;
  /** When the text has changed: once for all that happens between two pictures. */
  onText(): void;
}

const WAITING: Extension = [
  writingOf(false),
  EditorView.editorAttributes.of({ class: 'cm-waiting' }),
  EditorView.contentAttributes.of({ 'aria-busy': 'true' }),
];

/** CodeMirror on a text that people share. Another copy of the text can take the place of the one it shows. */
export class CodeEditor {
  private readonly view: EditorView;
  private readonly parts = {
    writing: new Compartment(),
    colours: new Compartment(),
    shared: new Compartment(),
  };
  private text: Y.Text | null = null;
  private writes: boolean | 'waiting' = 'waiting';
  private frame: number | undefined;

  constructor(private readonly options: CodeEditorOptions) {
    const { parent, original, label, leaving, onTooLong } = options;
    const { writing, colours, shared } = this.parts;
    this.view = new EditorView({
      parent,
      doc: original,
      extensions: [
        shared.of([]),
        editing(),
        codeLook,
        lengthLimit(onTooLong),
        lineMarks,
        colours.of([]),
        writing.of(WAITING),
        EditorView.contentAttributes.of({
          'aria-label': label,
          tabindex: '0',
          autocapitalize: 'off',
          autocorrect: 'off',
        }),
        EditorView.contentAttributes.of(({ state }) =>
          state.readOnly ? null : { 'aria-describedby': leaving },
        ),
        EditorView.updateListener.of(({ docChanged, selectionSet }) => {
          if (docChanged || selectionSet) options.onSelect(this.selected());
          if (docChanged) this.frame ??= requestAnimationFrame(() => this.hasChanged());
        }),
      ],
    });
  }

  close(): void {
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.view.destroy();
  }

  async speaks(language: string | null): Promise<void> {
    const loaded = await readingOf(language);
    this.view.dispatch({ effects: this.parts.colours.reconfigure(loaded ?? []) });
  }

  /** `waiting`: what it shows is not, or no longer, what the room has. */
  mayWrite(writes: boolean | 'waiting'): void {
    // It is asked with every key, in the middle of an update.
    if (writes === this.writes) return;
    this.writes = writes;
    const now = writes === 'waiting' ? WAITING : writingOf(writes);
    this.view.dispatch({ effects: this.parts.writing.reconfigure(now) });
  }

  /** Shows this text from now on. Focus, scroll position and selection remain. */
  shows(text: Y.Text, { awareness }: Cursors): void {
    const { shared } = this.parts;
    this.text = null;
    this.view.dispatch({ effects: shared.reconfigure([]) });
    const [before, after] = [this.view.state.doc.toString(), text.toJSON()];
    const { start, end } = alike(before, after);
    this.view.dispatch({
      changes: { from: start, to: before.length - end, insert: after.slice(start, after.length - end) },
      filter: false,
    });
    const { manager, extension } = undoing(text);
    this.view.dispatch({
      effects: shared.reconfigure([extension, yCollab(text, awareness, { undoManager: manager })]),
    });
    this.text = text;
  }

  /** Marks these, and gives the lines on which each of them is now. */
  marks(marks: readonly LineMark[], original: string): ReadonlyMap<string, readonly number[]> {
    const { text, view } = this;
    const lines = new Map<string, number[]>();
    if (!text) return lines;
    const placed = placedIn(text, view.state.doc, marks, original);
    view.dispatch({ effects: setMarks.of(placed.filter(({ mark }) => mark.shown)) });
    for (const { mark, key, at, moves } of placed) {
      if (moves && !mark.shown) continue;
      const now = moves ? linesMarked(view.state, key) : at ? numbers(linesIn(view.state.doc, at)) : [];
      lines.set(mark.id, [...(lines.get(mark.id) ?? []), ...now]);
    }
    return lines;
  }

  scrollsTo(line: number): void {
    const { from } = this.view.state.doc.line(line);
    this.view.dispatch({ effects: EditorView.scrollIntoView(from, { y: 'nearest', yMargin: 72 }) });
  }

  private hasChanged(): void {
    this.frame = undefined;
    this.options.onText();
  }

  private selected(): Selected | null {
    const { doc, selection } = this.view.state;
    const { from, to, empty } = selection.main;
    if (empty || !this.text) return null;
    return { lines: linesIn(doc, { from, to }), place: placeOf(this.text, from, to) };
  }
}
