import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const words = HighlightStyle.define([
  { tag: tags.heading, color: 'var(--color-ink)', fontWeight: '650' },
  { tag: tags.strong, fontWeight: '650' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.monospace, tags.link, tags.url], color: 'var(--color-heard)' },
  {
    tag: [tags.processingInstruction, tags.meta, tags.comment, tags.contentSeparator],
    color: 'var(--color-ink-soft)',
  },
]);

const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--color-raised)', color: 'var(--color-ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content:focus-visible': { outline: 'none' },
  // Above the gutters, which have their own layer.
  '&.cm-focused::after': {
    content: '""',
    position: 'absolute',
    inset: '0',
    zIndex: '300',
    pointerEvents: 'none',
    boxShadow: 'inset 0 0 0 2px var(--color-ink)',
  },
  '.cm-scroller': {
    fontFamily: 'var(--font-mono)',
    fontSize: 'var(--text-sm)',
    lineHeight: '1.375rem',
    scrollbarWidth: 'thin',
    scrollbarColor: 'var(--color-line) transparent',
  },
  '.cm-content': { padding: '0.75rem 0 40vh', caretColor: 'var(--color-ink)' },
  '.cm-line': { padding: '0 1rem 0 0.5rem' },
  '.cm-cursor': { borderLeftColor: 'var(--color-ink)', borderLeftWidth: '2px' },
  '.cm-gutters': {
    backgroundColor: 'var(--color-raised)',
    color: 'var(--color-ink-soft)',
    border: 'none',
    fontVariantNumeric: 'tabular-nums',
  },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in oklch, var(--color-ink) 4%, transparent)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in oklch, var(--color-ink) 16%, transparent) !important',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--color-missed)',
    textUnderlineOffset: '3px',
  },
  '.cm-lint-marker-error': {
    content: '""',
    width: '0.55rem',
    height: '0.55rem',
    marginTop: '0.4rem',
    borderRadius: '50%',
    backgroundColor: 'var(--color-missed)',
    forcedColorAdjust: 'none',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline dotted var(--color-partial)',
    textUnderlineOffset: '3px',
  },
  // A triangle, where a problem is a dot: colour alone must not tell them apart.
  '.cm-lint-marker-warning': {
    content: '""',
    width: '0.6rem',
    height: '0.6rem',
    marginTop: '0.4rem',
    clipPath: 'polygon(50% 0, 100% 100%, 0 100%)',
    backgroundColor: 'var(--color-partial)',
    forcedColorAdjust: 'none',
  },
  '.cm-coverage': { width: '4.25rem', paddingLeft: '0.25rem', fontFamily: 'var(--font-sans)' },
  '.cm-coverage .cm-gutterElement': {
    paddingLeft: '0.375rem',
    borderLeft: '3px solid transparent',
    fontSize: 'var(--text-xs)',
    whiteSpace: 'nowrap',
  },
  '.cm-coverage .cm-coverage-used': { borderLeftColor: 'var(--color-heard)' },
  '.cm-coverage .cm-coverage-note': { borderLeft: '3px dotted var(--color-ink-soft)' },
  '.cm-coverage .cm-coverage-left-out': {
    borderLeft: '3px double var(--color-missed)',
    color: 'var(--color-missed)',
  },
  '.cm-tooltip': {
    maxWidth: '24rem',
    backgroundColor: 'var(--color-raised)',
    color: 'var(--color-ink)',
    border: '1px solid var(--color-line)',
    borderRadius: 'var(--radius)',
    boxShadow: 'var(--shadow-float)',
  },
  '.cm-diagnostic': { padding: '0.5rem 0.75rem', fontFamily: 'var(--font-sans)', whiteSpace: 'pre-line' },
  '.cm-diagnostic-error, .cm-diagnostic-warning': { borderLeft: 'none' },
  '.cm-diagnosticAction': {
    minHeight: 'var(--control-sm)',
    margin: '0.5rem 0.5rem 0 0',
    padding: '0 0.625rem',
    backgroundColor: 'var(--color-raised)',
    color: 'var(--color-ink)',
    border: '1px solid var(--color-edge)',
    borderRadius: 'var(--radius)',
    fontFamily: 'var(--font-sans)',
    cursor: 'pointer',
  },
  '.cm-panels': {
    backgroundColor: 'var(--color-sunken)',
    color: 'var(--color-ink)',
    fontFamily: 'var(--font-sans)',
  },
  '.cm-textfield': { backgroundColor: 'var(--color-raised)', border: '1px solid var(--color-edge)' },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--color-raised)',
    border: '1px solid var(--color-edge)',
  },
  '.cm-searchMatch': { backgroundColor: 'color-mix(in oklch, var(--color-partial) 30%, transparent)' },
  '.cm-searchMatch-selected': {
    backgroundColor: 'color-mix(in oklch, var(--color-partial) 55%, transparent)',
  },
});

/** The editor in the product's own colours, light and dark by the same names. */
export const editorLook: Extension = [look, syntaxHighlighting(words)];
