import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Random, seededRandom } from '@/server/testing/seeded-random';
import { tries } from '@/server/testing/tries';
import { lackedOf, piecesOf } from './update-pieces';

const LONG = ['x'.repeat(40_000), '🧑‍💻'.repeat(5_000), 'é\n'.repeat(9_000), 'short', 'a'];
const code = (doc: Y.Doc) => doc.getText('code');

function edit(random: Random, doc: Y.Doc): void {
  const { length } = code(doc);
  const at = random.int(length + 1);
  const deletes = random.chance(0.4) ? random.int(Math.min(length - at, 300) + 1) : 0;
  doc.transact(() => {
    if (deletes > 0) code(doc).delete(at, deletes);
    if (deletes === 0 || random.chance(0.5)) code(doc).insert(at, random.pick(LONG));
  });
}

/** Two windows that edit and sometimes hear of each other, and all of the first one's updates. */
function windows(random: Random) {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  one.clientID = 1;
  other.clientID = 2;
  const updates: Uint8Array[] = [];
  one.on('update', (update: Uint8Array) => void updates.push(update));
  for (let step = 0; step < 30; step += 1) {
    edit(random, random.pick([one, other]));
    if (random.chance(0.2)) Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
    if (random.chance(0.2)) Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  }
  return { one, updates };
}

const seeds = Array.from({ length: tries(10).numRuns }, (_, seed) => tries(10).seed + seed);

test.each(seeds)(
  'the pieces of an update are short, and together they say what it says (seed %i)',
  (seed) => {
    const { one, updates } = windows(seededRandom(seed));
    const pieces = piecesOf(Y.mergeUpdates(updates), 32_768);
    const sizes = pieces.map(({ byteLength }) => byteLength);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(32_768);
    const reader = new Y.Doc();
    for (const piece of pieces) Y.applyUpdate(reader, piece);
    expect(code(reader).toJSON()).toBe(code(one).toJSON());
    expect(Y.encodeStateVector(reader)).toEqual(Y.encodeStateVector(one));
    expect(reader.store.pendingStructs).toBeNull();
  },
);

test.each(seeds)(
  'what a room lacks is what it was not told, in changes and in deletions (seed %i)',
  (seed) => {
    const random = seededRandom(seed);
    const { one, updates } = windows(random);
    const room = new Y.Doc();
    for (const update of updates.slice(0, random.int(updates.length))) Y.applyUpdate(room, update);
    const answer = () => ({ update: Y.encodeStateAsUpdate(room), vector: Y.encodeStateVector(room) });
    const lacked = lackedOf(Y.mergeUpdates(updates), answer());
    if (lacked) Y.applyUpdate(room, lacked);
    expect(code(room).toJSON()).toBe(code(one).toJSON());
    expect(lackedOf(Y.mergeUpdates(updates), answer())).toBeNull();
  },
);

test('one letter in a text with thousands of deletions is a short update', () => {
  const room = new Y.Doc();
  code(room).insert(0, 'x'.repeat(20_000));
  room.transact(() => {
    for (let no = 0; no < 4_000; no += 1) code(room).delete(no, 1);
  });
  expect(Y.encodeStateAsUpdate(room, Y.encodeStateVector(room)).byteLength).toBeGreaterThan(8_000);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(room));
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => void updates.push(update));
  code(doc).insert(0, 'a');
  code(doc).delete(10, 1);
  const answer = { update: Y.encodeStateAsUpdate(room), vector: Y.encodeStateVector(room) };
  const lacked = lackedOf(Y.mergeUpdates(updates), answer);
  expect(lacked?.byteLength).toBeLessThan(60);
});
