import { expect, test } from 'vitest';
import type { Command } from '../protocol/commands';
import type { Audience } from '../protocol/words';
import { seededRandom } from '../testing/seeded-random';
import { testPack } from '../testing/test-pack';
import { auditFrames } from './audit';
import { SimulatedPerson } from './simulated-person';

const [ITEM] = testPack({ secret: 'a secret of the pack:' }).questions;

function person(name: string): SimulatedPerson {
  return new SimulatedPerson('http://127.0.0.1', name, seededRandom(1));
}

function receives(reader: SimulatedPerson, audience: Audience, view: object, mine: object | null = null) {
  const data = mine ? { view, mine } : { view };
  const parts = [JSON.stringify(view), JSON.stringify(mine)];
  reader.frames.push({ event: 'full', at: 1, audience, text: JSON.stringify(data), parts, view });
}

function acknowledged(author: SimulatedPerson, command: Command) {
  author.sent.push({ commandId: 'a-command', command, ack: { ok: true } });
}

function note(shared: boolean): Command {
  return {
    type: 'WriteNote',
    askId: 'a1',
    noteId: 'note-0001',
    text: 'a note like no other',
    atMs: 0,
    share: shared ? 'panel' : 'none',
  };
}

test('a key point in a candidate’s frame is a leak, in a panelist’s it is not', () => {
  const [pia, carl] = [person('pia'), person('carl')];
  if (ITEM) pia.items.set(ITEM.id, ITEM);
  receives(pia, 'panelist', { live: { item: ITEM } });
  expect(auditFrames([pia, carl]).leaks).toEqual([]);
  receives(carl, 'candidate', { prompt: { prompt: ITEM?.points[0]?.text } });
  expect(auditFrames([pia, carl]).leaks).toHaveLength(1);
});

test('a private note may reach only its author, a shared one the panel but never the candidate', () => {
  const [pia, paul, carl] = [person('pia'), person('paul'), person('carl')];
  receives(pia, 'panelist', {}, { notes: ['a note like no other'] });
  acknowledged(pia, note(false));
  receives(paul, 'panelist', { channel: { text: 'a note like no other' } });
  expect(auditFrames([pia, paul]).leaks).toHaveLength(1);
  pia.sent.length = 0;
  acknowledged(pia, note(true));
  expect(auditFrames([pia, paul]).leaks).toEqual([]);
  receives(carl, 'candidate', { prompt: { text: 'a note like no other' } });
  expect(auditFrames([pia, paul, carl]).leaks).toHaveLength(1);
});

test('a patch of a part that no candidate has is a leak', () => {
  const carl = person('carl');
  const patch = (path: string) => [{ op: 'add', path, value: 1 }];
  receives(carl, 'candidate', patch('/progress/asked'));
  expect(auditFrames([carl]).leaks).toEqual([]);
  receives(carl, 'candidate', patch('/asks/asks/a1/rated'));
  expect(auditFrames([carl]).leaks).toHaveLength(1);
});

test('ratings before their reveal are a leak for everybody', () => {
  const pia = person('pia');
  const asks = { asks: { a1: { askId: 'a1', revealed: false } } };
  receives(pia, 'panelist', { asks, reveals: { reveals: {} } });
  expect(auditFrames([pia]).leaks).toEqual([]);
  receives(pia, 'panelist', { asks, reveals: { reveals: { a1: { askId: 'a1' } } } });
  expect(auditFrames([pia]).leaks).toHaveLength(1);
});

test('an acknowledged text that is nowhere is lost, and one that appears twice is duplicated', () => {
  const pia = person('pia');
  acknowledged(pia, note(false));
  expect(auditFrames([pia]).lost).toEqual(['a note like no other']);
  receives(pia, 'panelist', {}, { notes: ['a note like no other'] });
  expect(auditFrames([pia])).toMatchObject({ lost: [], duplicated: [] });
  receives(pia, 'panelist', {}, { notes: ['a note like no other', 'a note like no other'] });
  expect(auditFrames([pia]).duplicated).toEqual(['a note like no other']);
});
