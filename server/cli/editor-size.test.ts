import { expect, test } from 'vitest';
import { editorSize, editorSizeInWords, MOST_EDITOR } from './editor-size';

const built = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([name, text]) => [`static/chunks/${name}`, text]));

const LOADS = 'Promise.all(["static/chunks/a.js","static/chunks/b.js","static/chunks/page.js"].map(load))';
const EDITOR = { 'a.js': '"cm-ySelectionCaret"', 'b.js': '"cm-announced"' };
const PAGE = ['static/chunks/page.js'];

test('the editor is what its part loads besides the page, and the page holds nothing of it', () => {
  const size = editorSize(built({ ...EDITOR, 'page.js': LOADS }), PAGE);
  expect(size).toEqual({ editor: expect.any(Number), before: [] });
  expect(size.editor).toBeGreaterThan(0);
  expect(editorSizeInWords({ ...size, editor: 190 * 1024 })).toBe(
    `The code editor: 190.0 kB, loaded when code is shown (at most ${MOST_EDITOR / 1024}); before that, the room's page holds nothing of it.`,
  );
});

test('a page that holds a part of it is named', () => {
  const size = editorSize(built({ ...EDITOR, 'page.js': `${LOADS};"cm-announced"` }), PAGE);
  expect(size.before).toEqual(PAGE);
  expect(editorSizeInWords(size)).toContain('parts of it in static/chunks/page.js');
});

test('a build in which no part has the editor cannot be measured, and says so', () => {
  expect(() => editorSize(built({ 'page.js': 'nothing' }), PAGE)).toThrow(/nothing to measure/);
});
