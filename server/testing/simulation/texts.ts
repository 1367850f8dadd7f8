import * as Y from 'yjs';
import { beginning, textOf } from '../../code/document';
import type { CursorFrame } from '../../protocol/wire';
import { codeAccess, seesCursor } from '../../room/code';
import { findAsk, itemOf, type RoomState } from '../../room/core/state';
import type { MemoryTexts } from '../memory-code';
import { ROOM_ID } from '../stories';
import type { History, Shown, Writing, Written } from './history';
import type { Past } from './past';
import type { Person } from './person';

/** What is wrong with the texts of exercises, in words. */
export function auditTexts(
  { history, texts, people }: { history: History; texts: MemoryTexts; people: readonly Person[] },
  past: Past,
): string[] {
  const stored = new Map<string, string>();
  const textNow = (askId: string) => {
    const text = stored.get(askId) ?? fromRecord(texts, past.end, askId);
    stored.set(askId, text);
    return text;
  };
  return [
    ...falseWritings(history.writings, history.written, past),
    ...unpermitted(history.writings, history.written, past),
    ...shownToStrangers(history.shown, past),
    ...lostCharacters(history, textNow),
    ...people.flatMap((person) => otherTexts(person, past.end, textNow)),
  ];
}

/** A text from its record alone. */
function fromRecord(texts: MemoryTexts, state: RoomState, askId: string): string {
  const ask = findAsk(state, askId)?.ask;
  const item = ask && itemOf(state, ask.itemId);
  const doc = beginning(item?.kind === 'exercise' ? item.original : '');
  for (const { update } of texts.of(ROOM_ID, askId).rows) Y.applyUpdate(doc, update);
  return textOf(doc);
}

const keyOf = ({ by, askId, update }: Writing | Written) => `${by}/${askId}/${update}`;

/** An acknowledged update is in the record. One that was rejected came from somebody who could not write at some moment meanwhile. */
function falseWritings(writings: readonly Writing[], written: readonly Written[], past: Past): string[] {
  const stored = new Set(written.map(keyOf));
  return writings.flatMap((writing) => {
    const { by, askId, askedAt, answer } = writing;
    if (!answer) return [];
    const who = `${by}'s update of ${askId}`;
    if (answer.ack.ok) return stored.has(keyOf(writing)) ? [] : [`${who} was acknowledged and is lost`];
    const { code } = answer.ack;
    if (code === 'unavailable' || code === 'slow-down') return [];
    const isTrue =
      code === 'not-allowed' &&
      some(past, askedAt, answer.at, (state) => codeAccess(state, by, askId) !== 'write');
    return isTrue ? [] : [`${who} was rejected as ${code}, which was never true`];
  });
}

/** A writer may have had the pen at any moment between asking and storing; a pen that was taken before writes nothing more. */
function unpermitted(writings: readonly Writing[], written: readonly Written[], past: Past): string[] {
  const asked = new Map<string, number>();
  // A copy that was sent again was asked for later.
  for (const writing of writings)
    asked.set(keyOf(writing), Math.min(writing.askedAt, asked.get(keyOf(writing)) ?? writing.askedAt));
  return written.flatMap((row) => {
    const { by, askId, events } = row;
    const from = asked.get(keyOf(row));
    if (from === undefined) return [`${by} wrote in ${askId} what nobody sent`];
    return some(past, from, events, (state) => codeAccess(state, by, askId) === 'write')
      ? []
      : [`${by} wrote in ${askId} without permission`];
  });
}

/** A text goes to those who may read it, and a cursor to those who may see it, or see that it is gone. */
function shownToStrangers(shown: readonly Shown[], past: Past): string[] {
  const seen = new Set<string>();
  return shown.flatMap(({ to, askId, cursor, known, events }) => {
    const key = cursor && `${to} ${askId} ${cursor.clientId}`;
    if (key && cursor.at === null)
      return seen.has(key) ? [] : [`${to} was told that a cursor went which they never saw`];
    if (key) seen.add(key);
    return some(past, known, events, (state) => maySee(state, to, askId, cursor))
      ? []
      : [`${to} got ${cursor ? `${cursor.memberId}'s cursor in` : ''} the text of ${askId}`];
  });
}

function maySee(state: RoomState, to: string, askId: string, cursor: CursorFrame | null): boolean {
  return cursor ? seesCursor(state, to, cursor.memberId, askId) : codeAccess(state, to, askId) !== 'none';
}

function some({ states }: Past, from: number, until: number, isSo: (state: RoomState) => boolean): boolean {
  return states.slice(Math.max(0, from - 1), Math.max(from, until)).some(isSo);
}

/** What was saved is there once, unless somebody deleted it; and what was deleted stays so. */
function lostCharacters(
  { saved, deleted, gone }: Pick<History, 'saved' | 'deleted' | 'gone'>,
  textNow: (askId: string) => string,
): string[] {
  const times = (character: string, askId: string) => textNow(askId).split(character).length - 1;
  return [
    ...[...saved].flatMap(([character, askId]) => {
      const count = times(character, askId);
      if (count > 1) return [`${character} of ${askId} is there ${count} times`];
      return count === 1 || deleted.has(character) ? [] : [`${character} of ${askId} was saved and is lost`];
    }),
    ...[...gone].flatMap(([character, askId]) =>
      times(character, askId) === 0 ? [] : [`${character} of ${askId} was deleted and is back`],
    ),
  ];
}

/** Everybody who may still read a text that they opened must see what the record has. */
function otherTexts(
  { memberId, left }: Person,
  state: RoomState,
  textNow: (askId: string) => string,
): string[] {
  return [...left].flatMap(([askId, copy]) => {
    if (codeAccess(state, memberId, askId) === 'none') return [];
    return copy.state === 'saved' && copy.text === textNow(askId)
      ? []
      : [`${memberId} has another text of ${askId} than the record (${copy.state})`];
  });
}
