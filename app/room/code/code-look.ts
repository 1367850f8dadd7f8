import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Extension, Prec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { editorLook } from '@/app/packs/editor-look';

/** Few colours, each with a weight or a slant of its own: colour alone tells nothing. */
const words = HighlightStyle.define([
  { tag: [tags.keyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword], fontWeight: '650' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--color-heard)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--color-partial)' },
  { tag: [tags.comment, tags.meta], color: 'var(--color-ink-soft)', fontStyle: 'italic' },
  { tag: [tags.typeName, tags.className, tags.namespace], textDecoration: 'none', fontWeight: '550' },
]);

const look = EditorView.theme({
  '&': { height: 'auto', maxHeight: '60dvh', borderRadius: 'var(--radius)' },
  '.cm-scroller': { overflow: 'auto' },
  '.cm-content': { padding: '0.5rem 0' },
  '.cm-issue': { boxShadow: 'inset 3px 0 0 var(--color-ember)', outline: '1px dotted transparent' },
  '.cm-pointed': {
    backgroundColor: 'color-mix(in oklch, var(--color-ember) 14%, transparent)',
    borderBottom: '1px dashed var(--color-ember)',
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
