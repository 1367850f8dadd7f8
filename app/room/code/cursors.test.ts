import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { CursorBody } from '@/server/protocol/wire';

// The library reads the clock that it finds when it is loaded.
vi.hoisted(() => void vi.useFakeTimers());
const { openCursors } = await import('./cursors');

const doc = new Y.Doc();
const text = doc.getText('code');
text.insert(0, 'const a = 1;');
const place = JSON.stringify(Y.createRelativePositionFromTypeIndex(text, 3));
const theirs = { askId: 'a1', clientId: 7, at: { anchor: place, head: place }, memberId: 'm-pia' };

const PIA = { name: 'Pia', no: 2 };
let told: CursorBody[] = [];
let cursors: ReturnType<typeof openCursors>;
beforeEach(() => {
  told = [];
  cursors = openCursors(doc, 'a1', (cursor) => void told.push(cursor));
});
afterEach(() => cursors.close());

const shown = () => [...cursors.awareness.getStates().keys()].filter((id) => id !== doc.clientID);
const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('somebody’s cursor goes when their window leaves the text', () => {
  cursors.moved(theirs, PIA);
  expect(shown()).toEqual([7]);
  cursors.moved({ ...theirs, at: null }, PIA);
  expect(shown()).toEqual([]);
});

test('people next to each other in the roster have different colours', () => {
  const colours = [1, 2, 3, 4, 5].map((no) => {
    cursors.moved(theirs, { name: 'Pia', no });
    return cursors.awareness.getStates().get(7)?.user.color;
  });
  expect(new Set(colours).size).toBe(5);
});

test('others’ cursors go while the line is cut, and one’s own stays', () => {
  cursors.awareness.setLocalStateField('cursor', null);
  cursors.moved(theirs, PIA);
  cursors.cut();
  expect([...cursors.awareness.getStates().keys()]).toEqual([doc.clientID]);
});

test('a cursor that is told again remains, and one of a window that fell silent goes', async () => {
  cursors.moved(theirs, PIA);
  await passes(25_000);
  cursors.moved(theirs, PIA);
  await passes(25_000);
  expect(shown()).toEqual([7]);
  await passes(10_000);
  expect(shown()).toEqual([]);
});

test('one’s own cursor is told again while it rests, and taken away on leaving', async () => {
  const at = Y.createRelativePositionFromTypeIndex(text, 3);
  cursors.awareness.setLocalStateField('cursor', { anchor: at, head: at });
  await passes(20_000);
  expect(told.length).toBeGreaterThan(1);
  expect(told.every((cursor) => cursor.at !== null)).toBe(true);
  cursors.close();
  expect(told.at(-1)).toEqual({ askId: 'a1', clientId: doc.clientID, at: null });
});
