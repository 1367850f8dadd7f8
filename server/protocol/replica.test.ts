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

test('a whole view and the next patch give the current view, and leave the rest the same objects', () => {
  const replica = new Replica();
  expect(replica.full(whole(1))).toBe('taken');
  const known = replica.known;
  expect(replica.patch(change(2))).toBe('taken');
  expect(replica.known?.view).toEqual(whole(9, after).view);
  expect(replica.known?.mine).toBe(known?.mine);
  expect(replica.known?.view.room).toBe(known?.view.room);
});

test('a repeated frame changes nothing, whether it is a patch or a whole view', () => {
  const replica = new Replica();
  replica.full(whole(1));
  replica.patch(change(2));
  const { known } = replica;
  expect(replica.patch(change(2))).toBe('seen-before');
  expect(replica.full(whole(1))).toBe('seen-before');
  expect(replica.known).toBe(known);
});

test('after a gap, before a whole view and after a patch that does not fit, a whole view is needed', () => {
  const replica = new Replica();
  expect(replica.patch(change(2))).toBe('gap');
  replica.full(whole(1));
  expect(replica.patch(change(3))).toBe('gap');
  expect(replica.patch({ n: 2, view: [{ op: 'remove', path: '/nothing' }], at: 0 })).toBe('gap');
  expect(replica.isBehind({ n: 3, at: 0 })).toBe(true);
  expect(replica.full(whole(4, after))).toBe('taken');
  expect(replica.isBehind({ n: 4, at: 0 })).toBe(false);
});

test('a new connection counts from 1, and the old view stays until its first frame', () => {
  const replica = new Replica();
  replica.full(whole(7));
  const { known } = replica;
  replica.connected();
  expect(replica).toMatchObject({ known, isFresh: false });
  expect(replica.patch(change(8))).toBe('gap');
  expect(replica.full(whole(1, after))).toBe('taken');
  expect(replica.isFresh).toBe(true);
});
