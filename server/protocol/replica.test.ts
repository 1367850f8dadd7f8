import { expect, test } from 'vitest';
import { patchFrame } from '../room/core/frames';
import { fullFrame } from '../room/core/views';
import { idOf, stateOf } from '../testing/given';
import { asked, rated } from '../testing/stories';
import { Replica } from './replica';
import type { FullFrame, PatchFrame } from './wire';

const before = stateOf(asked());
const after = stateOf(asked(), rated('paul', 4));

function whole(n: number, state = before): FullFrame {
  const frame = fullFrame(state, idOf('pia'), 0, n);
  if (!frame) throw new Error('Pia sees the room');
  return frame;
}

function change(n: number): PatchFrame {
  const frame = patchFrame(before, after, idOf('pia'), n, 0);
  if (!frame) throw new Error('Pia sees how many have rated');
  return frame;
}

test('the whole and the patch after it give what is seen now, and leave the rest the same objects', () => {
  const replica = new Replica();
  expect(replica.full(whole(1))).toBe('taken');
  const known = replica.known;
  expect(replica.patch(change(2))).toBe('taken');
  expect(replica.known?.view).toEqual(whole(9, after).view);
  expect(replica.known?.mine).toBe(known?.mine);
  expect(replica.known?.view.room).toBe(known?.view.room);
});

test('a frame seen before changes nothing, be it a patch or the whole', () => {
  const replica = new Replica();
  replica.full(whole(1));
  replica.patch(change(2));
  const { known } = replica;
  expect(replica.patch(change(2))).toBe('seen-before');
  expect(replica.full(whole(1))).toBe('seen-before');
  expect(replica.known).toBe(known);
});

test('after a gap, before the whole, and where a patch does not fit, the whole must be asked for', () => {
  const replica = new Replica();
  expect(replica.patch(change(2))).toBe('gap');
  replica.full(whole(1));
  expect(replica.patch(change(3))).toBe('gap');
  expect(replica.patch({ n: 2, view: [{ op: 'remove', path: '/nothing' }], at: 0 })).toBe('gap');
  expect(replica.isBehind({ n: 3, at: 0 })).toBe(true);
  expect(replica.full(whole(4, after))).toBe('taken');
  expect(replica.isBehind({ n: 4, at: 0 })).toBe(false);
});

test('a new connection counts from its beginning, and what was known stays until its first frame', () => {
  const replica = new Replica();
  replica.full(whole(7));
  const { known } = replica;
  replica.connected();
  expect(replica).toMatchObject({ known, isFresh: false });
  expect(replica.patch(change(8))).toBe('gap');
  expect(replica.full(whole(1, after))).toBe('taken');
  expect(replica.isFresh).toBe(true);
});
