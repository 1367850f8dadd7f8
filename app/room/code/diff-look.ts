import { type Extension, Prec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const tint = (token: string) => `color-mix(in oklch, var(--color-${token}) 10%, transparent)`;
const sign = (content: string, token: string) => ({
  content: `"${content}"`,
  position: 'absolute',
  left: '0.25rem',
  color: `var(--color-${token})`,
  fontWeight: '650',
});

/** What is gone has a minus and a dashed line, what came has a plus and a solid one: neither depends on colour. */
export const diffLook: Extension = Prec.highest(
  EditorView.theme({
    '.cm-line, .cm-deletedLine': { position: 'relative', paddingLeft: '1.25rem' },
    '.cm-deletedChunk': { paddingLeft: '0' },
    '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: tint('missed') },
    '&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine': { backgroundColor: tint('heard') },
    '&.cm-merge-a .cm-changedLine::before, .cm-deletedChunk div.cm-deletedLine::before': sign('−', 'missed'),
    '&.cm-merge-b .cm-changedLine::before, .cm-inlineChangedLine::before': sign('+', 'heard'),
    '&.cm-merge-a .cm-changedText, & .cm-deletedChunk .cm-deletedText, &.cm-merge-b .cm-deletedText': {
      background: 'none',
      borderBottom: '2px dashed var(--color-missed)',
    },
    '&.cm-merge-b .cm-changedText': { background: 'none', borderBottom: '2px solid var(--color-heard)' },
    '&.cm-merge-a .cm-changedLineGutter, & .cm-deletedLineGutter': {
      background: 'none',
      borderLeft: '2px dashed var(--color-missed)',
    },
    '&.cm-merge-b .cm-changedLineGutter, & .cm-inlineChangedLineGutter': {
      background: 'none',
      borderLeft: '2px solid var(--color-heard)',
    },
    '& .cm-collapsedLines': {
      color: 'var(--color-ink-soft)',
      background: 'var(--color-sunken)',
      borderBlock: '1px solid var(--color-line)',
      fontFamily: 'var(--font-sans)',
    },
    // The library's own sign is in few fonts.
    '& .cm-collapsedLines::before, & .cm-collapsedLines::after': { content: '"…"' },
  }),
);
