import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Extension, Prec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { editorLook } from '@/app/packs/editor-look';
import { CODE_WORDS } from '@/app/ui/code-words';

const words = HighlightStyle.define(CODE_WORDS);

const look = EditorView.theme({
  '&': {
    height: 'var(--editor-height, auto)',
    maxHeight: 'var(--editor-most, 60dvh)',
    borderRadius: 'var(--radius)',
  },
  '.cm-scroller': { overflow: 'auto' },
  // Above the first line there is room for the name at a cursor.
  '.cm-content': { padding: '1.125rem 0 0.5rem' },
  // Room to write in, however short the code is.
  '.cm-content[contenteditable=true]:not([aria-readonly=true])': { minHeight: '12rem' },
  '&:not(.cm-focused) .cm-activeLine, &:not(.cm-focused) .cm-activeLineGutter': {
    backgroundColor: 'transparent',
  },
  // Not what the room has yet.
  '&.cm-waiting .cm-content': { opacity: '0.6' },
  '.cm-issue-line': {
    backgroundColor: 'color-mix(in oklch, var(--color-ember) 8%, transparent)',
    boxShadow: 'inset 3px 0 0 var(--color-ember)',
    outline: '1px dotted transparent',
  },
  '.cm-pointed-line': { boxShadow: 'inset 2px 0 0 var(--color-ember)' },
  '.cm-pointed': {
    backgroundColor: 'color-mix(in oklch, var(--color-ember) 14%, transparent)',
    borderBottom: '1px dashed var(--color-ember)',
  },
  // On a ground of its own the soft colour of a comment is too light.
  '.cm-pointed .code-comment, .cm-ySelection .code-comment, .cm-issue-line .code-comment': {
    color: 'var(--color-ink)',
  },
  '.cm-ySelection': { outline: '1px dotted transparent' },
  '.cm-selectionMatch, .cm-matchingBracket': {
    backgroundColor: 'color-mix(in oklch, var(--color-ink) 12%, transparent) !important',
  },
  '.cm-nonmatchingBracket': { textDecoration: 'underline wavy var(--color-missed)' },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--color-sunken)',
    color: 'var(--color-ink-soft)',
    border: '1px solid var(--color-edge)',
  },
  '.cm-ySelectionInfo': {
    fontFamily: 'var(--font-sans)',
    color: 'var(--color-paper)',
    opacity: '1',
    padding: '0 4px',
    borderRadius: '3px',
  },
});

export const codeLook: Extension = [Prec.highest([look, syntaxHighlighting(words)]), editorLook];
