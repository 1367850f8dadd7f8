import {
  type Extension,
  RangeSet,
  RangeSetBuilder,
  StateEffect,
  StateField,
  type Text,
} from '@codemirror/state';
import { type EditorView, GutterMarker, gutter } from '@codemirror/view';
import type { Coverage, CoverageKind } from '@/server/protocol/pack-library';

const WORDS: Record<CoverageKind, string> = { used: 'used', note: 'note', 'left-out': 'left out' };

/** A bar beside each line says what became of it. The first line of an unused part has a word too. */
class Mark extends GutterMarker {
  constructor(
    readonly kind: CoverageKind,
    readonly isFirst: boolean,
    readonly reason: string | null,
  ) {
    super();
    this.elementClass = `cm-coverage-${kind}`;
  }

  override eq(other: Mark): boolean {
    return this.kind === other.kind && this.isFirst === other.isFirst && this.reason === other.reason;
  }

  override toDOM(): Node {
    const mark = document.createElement('span');
    mark.textContent = this.isFirst && this.kind !== 'used' ? WORDS[this.kind] : '';
    mark.title = this.reason === null ? WORDS[this.kind] : `Left out: ${this.reason}`;
    return mark;
  }
}

/** Shows this coverage from now on; it follows its lines until the next one. */
export const showCoverage = StateEffect.define<Coverage>();

function marksOf(doc: Text, { spans }: Coverage): RangeSet<Mark> {
  const marks = new RangeSetBuilder<Mark>();
  for (const { from, to, kind, reason } of spans)
    for (let no = from; no <= Math.min(to, doc.lines); no += 1) {
      const at = doc.line(no).from;
      marks.add(at, at, new Mark(kind, no === from, reason));
    }
  return marks.finish();
}

const coverage = StateField.define<RangeSet<Mark>>({
  create: () => RangeSet.empty,
  update: (marks, { changes, effects, state }) =>
    effects.reduce(
      (shown, effect) => (effect.is(showCoverage) ? marksOf(state.doc, effect.value) : shown),
      marks.map(changes),
    ),
});

/** In the margin between a text and what is read in it. */
export const coverageGutter: Extension = [
  coverage,
  gutter({ class: 'cm-coverage', side: 'after', markers: (view: EditorView) => view.state.field(coverage) }),
];
