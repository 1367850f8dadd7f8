import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { StoredUpdate } from '../runtime/code-record';
import { idOf } from '../testing/given';
import { MemoryTexts, memoryCode } from '../testing/memory-code';
import { seededRandom } from '../testing/seeded-random';
import { ROOM_ID } from '../testing/stories';
import { edits, SMALL, writeWhileThinning, written } from '../testing/thinned-text';
import { tries } from '../testing/tries';
import { applies, beginning, textOf } from './document';
import { CodeDocuments } from './documents';
import { THINNING, thinned, thinOut } from './thinning';

const ORIGINAL = 'const one = 1;\n';

/** People who change one text, each in a window of their own, and what was stored of it. */
class Writers {
  readonly rows: StoredUpdate[] = [];
  at = 1_000_000;
  readonly #docs = new Map<string, Y.Doc>();

  change(who: string, change: (text: Y.Text) => void): StoredUpdate | null {
    const doc = this.#docs.get(who) ?? this.#opened(who);
    this.#made = null;
    doc.transact(() => change(doc.getText('code')));
    if (!this.#made) return null;
    const row = { no: this.rows.length + 1, by: who, at: this.at, update: this.#made };
    this.rows.push(row);
    for (const [other, copy] of this.#docs) if (other !== who) Y.applyUpdate(copy, row.update, 'room');
    return row;
  }

  #made: Uint8Array | null = null;

  #opened(who: string): Y.Doc {
    const doc = beginning(ORIGINAL);
    for (const { update } of this.rows) Y.applyUpdate(doc, update, 'room');
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'room') this.#made = update;
    });
    this.#docs.set(who, doc);
    return doc;
  }
}

/** The text after each update, and who wrote each of its letters. */
function looks(rows: readonly StoredUpdate[]): Map<number, { text: string; by: string; letters: string[] }> {
  const doc = beginning(ORIGINAL);
  const owners = new Map<number, string>();
  const all = rows.map(({ no, by: author, update }) => {
    for (const { id } of Y.decodeUpdate(update).structs)
      if (!owners.has(id.client)) owners.set(id.client, author);
    expect(applies(doc, update)).toBe(true);
    const letters: string[] = [];
    for (let item = doc.getText('code')._start; item; item = item.right)
      if (!item.deleted) letters.push(`${owners.get(item.id.client)} ${item.length}`);
    return [no, { text: textOf(doc), by: author, letters: merged(letters) }] as const;
  });
  return new Map(all);
}

/** How many letters in a row each wrote, whatever the items are that they are kept in. */
function merged(letters: readonly string[]): string[] {
  const runs: { who: string; length: number }[] = [];
  for (const one of letters) {
    const [who = '', length] = one.split(' ');
    const last = runs.at(-1);
    if (last?.who === who) last.length += Number(length);
    else runs.push({ who, length: Number(length) });
  }
  return runs.map(({ who, length }) => `${who} ${length}`);
}

const seeds = Array.from({ length: tries(20).numRuns }, (_, seed) => tries(20).seed + seed);

test.each(seeds)(
  'each update that is left has the text and the author that it had (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    const writers = new Writers();
    for (let step = 0; step < 120; step += 1) {
      writers.at += random.pick([0, 90, 300, 2_500, random.int(30_000)]);
      writers.change(random.pick(['carl', 'carl', 'carl', 'pia']), (text) => edits(random, text));
    }
    const before = looks(writers.rows);
    let rows: readonly StoredUpdate[] = writers.rows;
    for (const ms of [2_000, 10_000, 60_000]) {
      const fewer = await thinned(ORIGINAL, rows, ms);
      expect(fewer.length).toBeLessThanOrEqual(rows.length);
      for (const [no, look] of looks(fewer)) expect(look).toEqual(before.get(no));
      const steps = fewer.map(({ by: author, at }) => `${author} ${Math.floor(at / ms)}`);
      expect(steps.some((step, i) => step === steps[i - 1])).toBe(false);
      // Once more, there is nothing left to do.
      expect(await thinned(ORIGINAL, fewer, ms)).toEqual(fewer);
      rows = fewer;
    }
    expect(rows.length).toBeLessThan(writers.rows.length);
    expect(rows.at(-1)?.no).toBe(writers.rows.at(-1)?.no);
    // What came later finds its place in a text that was thinned.
    const halfway = Math.floor(writers.rows.length / 2);
    const mixed = [
      ...(await thinned(ORIGINAL, writers.rows.slice(0, halfway), 60_000)),
      ...writers.rows.slice(halfway),
    ];
    for (const [no, look] of looks(mixed)) expect(look).toEqual(before.get(no));
  },
);

const inMemory = (texts: MemoryTexts) =>
  memoryCode(
    texts,
    () => true,
    () => ({ there: 0, back: 0, outcome: 'fine' }),
  );

test.each(seeds)(
  'two processes thin a text while people write, and may die within it (seed %i)',
  async (seed) => {
    const record = inMemory(new MemoryTexts());
    const { found, right, thinned: fewer, text } = await writeWhileThinning(seededRandom(seed), record, 150);
    expect(found).toEqual(right);
    expect(found.at(-1)?.text).toBe(text);
    expect(fewer).toBeGreaterThan(0);
  },
);

test('the newest updates stay, and so do those that no snapshot has', async () => {
  const writers = new Writers();
  for (let no = 0; no < 30; no += 1) writers.change('carl', (text) => text.insert(0, 'x'));
  const texts = new MemoryTexts();
  for (const row of writers.rows) texts.write(ROOM_ID, 'a1', row);
  const record = inMemory(texts);
  const place = { roomId: ROOM_ID, askId: 'a1', original: ORIGINAL };
  const numbers = () => texts.of(ROOM_ID, 'a1').rows.map(({ no }) => no);
  expect((await thinOut(record, { ...place, upTo: 10 }, SMALL)).rows).toBe(21);
  expect(numbers()).toEqual([10, ...Array.from({ length: 20 }, (_, i) => i + 11)]);
  expect(await thinOut(record, { ...place, upTo: 30 }, SMALL)).toEqual({
    rows: 6,
    bytes: texts.of(ROOM_ID, 'a1').rows.reduce((sum, { update }) => sum + update.byteLength, 0),
  });
  expect(numbers()).toEqual([25, 26, 27, 28, 29, 30]);
});

test('a text with an update that cannot be applied stays as it is', async () => {
  const writers = new Writers();
  for (let no = 0; no < 4; no += 1) writers.change('carl', (text) => text.insert(0, 'x'));
  const [first, second, third, fourth] = writers.rows;
  if (!first || !second || !third || !fourth) throw new Error('nothing was written');
  const gap = [first, third, fourth];
  expect(await thinned(ORIGINAL, gap, 60_000)).toEqual(gap);
});

test('somebody who pastes 100 MB and undoes it never has a full text', async () => {
  const texts = new MemoryTexts();
  let at = 0;
  const full: string[] = [];
  const documents = new CodeDocuments({
    record: inMemory(texts),
    state: async () => written(),
    now: () => at,
    announce: () => {},
    unavailable: () => {},
    full: (roomId) => void full.push(roomId),
  });
  const doc = new Y.Doc();
  let made = new Uint8Array();
  doc.on('update', (update: Uint8Array) => {
    made = Uint8Array.from(update);
  });
  const text = doc.getText('code');
  const paste = 'a paste '.repeat(4_000);
  for (let count = 0; count < 3_300; count += 1) {
    for (const change of [() => text.insert(0, paste), () => text.delete(0, paste.length)]) {
      at += 1_500;
      change();
      const answer = await documents.take({
        roomId: ROOM_ID,
        memberId: idOf('carl'),
        askId: 'a1',
        update: made,
        from: 'carl',
      });
      expect(answer).toEqual({ ok: true });
    }
  }
  expect(full).toEqual([]);
  const bytes = texts.of(ROOM_ID, 'a1').rows.reduce((sum, { update }) => sum + update.byteLength, 0);
  expect(bytes).toBeLessThan(THINNING.bytes * 1.2);
});
