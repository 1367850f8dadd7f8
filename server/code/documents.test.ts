import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { SharedText, type Unsent } from '../../app/room/code/shared-text';
import { type Ack, vectorBody } from '../protocol/wire';
import { CODE_LIMITS, ORIGINAL_AUTHOR } from '../protocol/words';
import type { RoomState } from '../room/core/state';
import type { CodeRecord, Replacement, StoredSnapshot, StoredUpdate } from '../runtime/code-record';
import { RecordUnavailable } from '../runtime/ports';
import { by, type Happened, idOf, stateOf } from '../testing/given';
import { type Random, seededRandom } from '../testing/seeded-random';
import { ledRound, pushed, ROOM_ID } from '../testing/stories';
import { tries } from '../testing/tries';
import { CodeDocuments } from './documents';

const live: Happened[] = [...ledRound(), ...by('pia', pushed('a1', 'x1', 600_000))];
const handed = by('hana', { type: 'PenHanded', askId: 'a1', memberId: idOf('pia') });
const taken = by('hana', { type: 'PenTaken', askId: 'a1' });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class MemoryRecord implements CodeRecord {
  rows: StoredUpdate[] = [];
  snapshot: StoredSnapshot | null = null;
  fails = () => false;
  /** How many updates were read to open a document. */
  opened = 0;

  async load(roomId: string, askId: string) {
    const snapshot = roomId === ROOM_ID ? this.snapshot : null;
    const updates = await this.after(roomId, askId, snapshot?.upTo ?? 0);
    this.opened += updates.length;
    return { snapshot, updates, ...(await this.weigh(roomId, askId)) };
  }

  /** It has the text of one room; other rooms' texts are empty. */
  async after(roomId: string, _askId: string, no: number) {
    return roomId === ROOM_ID ? this.rows.filter((row) => row.no > no) : [];
  }

  async weigh(roomId: string, askId: string) {
    const all = await this.after(roomId, askId, 0);
    return { rows: all.length, bytes: all.reduce((sum, { update }) => sum + update.byteLength, 0) };
  }

  async append(_roomId: string, _askId: string, row: StoredUpdate) {
    if (this.fails()) throw new RecordUnavailable('gone for a moment');
    if (row.no <= (this.rows.at(-1)?.no ?? 0)) return false;
    this.rows.push(row);
    // It is stored, but the answer is lost.
    if (this.fails()) throw new RecordUnavailable('gone after it');
    return true;
  }

  async keepSnapshot(_roomId: string, _askId: string, snapshot: StoredSnapshot) {
    this.snapshot = snapshot;
  }

  async replace(_roomId: string, _askId: string, { upTo, updates }: Replacement) {
    this.rows = [...updates, ...this.rows.filter(({ no }) => no > upTo)];
    return true;
  }
}

/** Rooms in which a text was full. */
const alarms: string[] = [];

/** One process on a shared record. */
function process(
  record: CodeRecord,
  state: () => RoomState,
  others: () => CodeDocuments[] = () => [],
  snapshotEvery?: number,
  now = () => 1,
) {
  const documents: CodeDocuments = new CodeDocuments({
    record,
    state: async () => state(),
    now,
    snapshotEvery,
    announce: (roomId, askId) => {
      for (const other of others()) if (other !== documents) void other.catchUp(roomId, askId);
    },
    unavailable: () => {},
    full: () => void alarms.push(ROOM_ID),
  });
  return documents;
}

/** A window whose connection loses messages and answers, and breaks. */
class Window {
  static #count = 0;
  readonly text: SharedText;
  /** What the server once confirmed as saved. */
  savedText = '';
  losses = 0;
  readonly #window: string;
  isUp = true;
  #listener: Parameters<ConstructorParameters<typeof SharedText>[0]['listen']>[1] | null = null;
  #stop: () => void;

  constructor(
    readonly name: string,
    private documents: CodeDocuments,
    private readonly lost: () => boolean = () => false,
    unsent: Unsent | null = null,
  ) {
    Window.#count += 1;
    this.#window = `${name} ${Window.#count}`;
    this.text = new SharedText(
      {
        listen: (_askId, listener) => {
          this.#listener = listener;
          listener.open(true);
          return () => {};
        },
        send: async ({ askId, update }) => {
          if (this.#isLost()) return null;
          const from = this.#window;
          const reply = await this.documents.take({
            roomId: ROOM_ID,
            memberId: this.id,
            askId,
            update,
            from,
          });
          return this.#isLost() ? null : reply;
        },
        sync: async (askId, vector) => {
          if (this.#isLost() || !vectorBody.safeParse({ askId, vector }).success) return null;
          return this.documents.missing(ROOM_ID, this.id, askId, vector);
        },
      },
      'a1',
      { changed: () => {}, lost: () => this.#loses(), moved: () => {} },
      unsent,
    );
    this.#stop = this.#hears();
  }

  get id() {
    return idOf(this.name);
  }

  get shown() {
    return this.text.text.toJSON();
  }

  #loses() {
    this.losses += 1;
  }

  #isLost() {
    return !this.isUp || this.lost();
  }

  #hears() {
    return this.documents.onChange(({ update, from }) => {
      if (from !== this.#window && this.isUp) this.#listener?.updated(update);
    });
  }

  cut() {
    this.isUp = false;
    this.#listener?.open(false);
  }

  back(documents = this.documents) {
    this.#stop();
    this.documents = documents;
    this.#stop = this.#hears();
    this.isUp = true;
    this.#listener?.open(true);
  }

  types(at: number, words: string) {
    const { text } = this.text;
    text.insert(Math.min(at, text.length), words);
  }
}

const settled = () => vi.advanceTimersByTimeAsync(5_000);

test('[CODE-3] an update is stored before anybody is told of it, and a reader’s is rejected', async () => {
  const record = new MemoryRecord();
  const documents = process(record, () => stateOf(live));
  const told: number[] = [];
  documents.onChange(() => void told.push(record.rows.length));
  const [carl, pia] = [new Window('carl', documents), new Window('pia', documents)];
  await settled();
  expect(carl.shown).toBe('const x1 = 1;\nconst x1Two = 2;\n');
  carl.types(0, '// mine\n');
  pia.types(0, '// not mine\n');
  await settled();
  expect(told).toEqual([1]);
  expect(pia.losses).toBe(1);
  expect([carl.shown, pia.shown]).toEqual([`// mine\n${'const x1 = 1;\nconst x1Two = 2;\n'}`, carl.shown]);
  expect(carl.text.state).toBe('saved');
});

test('[CODE-3] taking the pen affects the very next update, even of a client that continues to write', async () => {
  let now = [live, handed];
  const record = new MemoryRecord();
  const documents = process(record, () => stateOf(...now));
  const pia = new Window('pia', documents);
  await settled();
  pia.types(0, 'a');
  await settled();
  expect(record.rows).toHaveLength(1);
  const authors = (await documents.history(stateOf(...now), 'a1')).map(({ by }) => by);
  expect(authors).toEqual([null, pia.id]);
  now = [live, handed, taken];
  const update = Y.encodeStateAsUpdate(pia.text.doc);
  const again = { roomId: ROOM_ID, memberId: pia.id, askId: 'a1', update, from: 'pia' };
  expect(await documents.take(again)).toMatchObject({ ok: false, code: 'not-allowed' });
  pia.types(0, 'b');
  await settled();
  expect(record.rows).toHaveLength(1);
  expect(pia.shown).toMatch(/^aconst/);
});

/** What one browser keeps. */
function browser(): Unsent & { kept: string } {
  const listeners = new Set<() => void>();
  return {
    kept: '',
    get() {
      return this.kept;
    },
    set(update) {
      this.kept = update;
      for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

test('unsaved text typed without a connection is there after a reload, and is sent', async () => {
  const documents = process(new MemoryRecord(), () => stateOf(live));
  const store = browser();
  const before = new Window('carl', documents, undefined, store);
  await settled();
  before.cut();
  before.types(0, '// typed ');
  before.types(9, 'offline\n');
  expect(store.kept).not.toBe('');
  const [after, pia] = [new Window('carl', documents, undefined, store), new Window('pia', documents)];
  await settled();
  expect(after.shown).toMatch(/^\/\/ typed offline\nconst/);
  expect(pia.shown).toBe(after.shown);
  expect([after.text.state, store.kept]).toEqual(['saved', '']);
});

test('text that a crashed window had not sent appears in an open one, and is not overwritten', async () => {
  const documents = process(new MemoryRecord(), () => stateOf(live));
  const [left, mine] = [browser(), browser()];
  const [gone, carl] = [
    new Window('carl', documents, undefined, left),
    new Window('carl', documents, undefined, mine),
  ];
  await settled();
  gone.cut();
  gone.types(0, '// before the crash\n');
  mine.set(left.kept);
  carl.types(0, '// after it\n');
  await settled();
  expect(carl.shown).toContain('// before the crash\n');
  expect(carl.shown).toContain('// after it\n');
  expect([await documents.text(stateOf(live), 'a1'), mine.kept]).toEqual([carl.shown, '']);
});

test('kept text that may no longer be written is given up, and so is text that cannot be read', async () => {
  let now = [live, handed];
  const documents = process(new MemoryRecord(), () => stateOf(...now));
  const store = browser();
  const before = new Window('pia', documents, undefined, store);
  await settled();
  before.cut();
  before.types(0, 'late');
  now = [live, handed, taken];
  const after = new Window('pia', documents, undefined, store);
  await settled();
  expect([after.losses, after.shown.startsWith('const'), store.kept]).toEqual([1, true, '']);
  store.kept = 'no Base64 !';
  const odd = new Window('pia', documents, undefined, store);
  await settled();
  expect([odd.shown, store.kept]).toEqual([after.shown, '']);
});

test.each([40_000, 100_000])(
  'a paste of %i bytes arrives whole, in updates that the room accepts',
  async (size) => {
    const record = new MemoryRecord();
    const documents = process(record, () => stateOf(live));
    const [carl, pia] = [new Window('carl', documents), new Window('pia', documents)];
    await settled();
    carl.types(3, '\u20ac'.repeat(size / 4) + '\n'.repeat(size / 4));
    carl.types(0, '// after it\n');
    await settled();
    expect([carl.losses, carl.text.state, pia.shown.length]).toEqual([0, 'saved', carl.shown.length]);
    expect(await process(record, () => stateOf(live)).text(stateOf(live), 'a1')).toBe(carl.shown);
  },
);

test('a paste that was interrupted, and is too long for one message, is sent after a reload', async () => {
  const record = new MemoryRecord();
  const documents = process(record, () => stateOf(live));
  const store = browser();
  const before = new Window('carl', documents, () => record.rows.length > 0, store);
  await settled();
  before.types(0, 'paste '.repeat(20_000));
  await vi.advanceTimersByTimeAsync(0);
  before.cut();
  expect(record.rows).toHaveLength(1);
  const after = new Window('carl', documents, undefined, store);
  await settled();
  expect([after.text.state, store.kept]).toEqual(['saved', '']);
  expect((await documents.text(stateOf(live), 'a1')).match(/paste /g)).toHaveLength(20_000);
});

test('after a lost connection, a text with thousands of deletions is not sent again with the next letter', async () => {
  const record = new MemoryRecord();
  const documents = process(record, () => stateOf(live));
  const carl = new Window('carl', documents);
  await settled();
  carl.types(0, 'x'.repeat(5_000));
  await settled();
  carl.text.doc.transact(() => {
    for (let no = 0; no < 2_000; no += 1) carl.text.text.delete(no, 1);
  });
  await settled();
  carl.cut();
  carl.types(0, 'a');
  carl.back();
  await settled();
  expect([carl.losses, carl.text.state]).toEqual([0, 'saved']);
  expect(record.rows.at(-1)?.update.byteLength).toBeLessThan(60);
  const { length } = record.rows;
  carl.cut();
  carl.back();
  await settled();
  expect(record.rows).toHaveLength(length);
});

test('[SEE-27] only the panel and the hot seat get a text, and bytes that are not an update are rejected', async () => {
  const documents = process(new MemoryRecord(), () => stateOf(live));
  const vector = Y.encodeStateVector(new Y.Doc());
  expect(await documents.missing(ROOM_ID, idOf('olga'), 'a1', vector)).not.toBeNull();
  expect(await documents.missing(ROOM_ID, idOf('zoe'), 'a1', vector)).toBeNull();
  expect(await documents.missing(ROOM_ID, idOf('carl'), 'a2', vector)).toBeNull();
  const from = 'carl';
  for (const update of [new Uint8Array([9, 9, 9]), new Uint8Array(40_000)])
    expect(
      await documents.take({ roomId: ROOM_ID, memberId: idOf('carl'), askId: 'a1', update, from }),
    ).toMatchObject({ code: 'bad-command' });
});

test('a text from many hundreds of windows can still be brought up to date after a lost connection', async () => {
  const record = new MemoryRecord();
  const documents = process(record, () => stateOf(live));
  for (let no = 1; no <= 700; no += 1) {
    const doc = new Y.Doc();
    doc.getText('code').insert(0, `// ${no}\n`);
    record.rows.push({ no, by: idOf('carl'), at: no, update: Y.encodeStateAsUpdate(doc) });
  }
  const carl = new Window('carl', documents);
  await settled();
  carl.cut();
  carl.types(0, '// mine\n');
  carl.back();
  await settled();
  expect(carl.text.state).toBe('saved');
  expect(await documents.text(stateOf(live), 'a1')).toBe(carl.shown);
});

describe('an update that would do harm', () => {
  /** Decoding it succeeds, but applying it fails: its text follows itself. */
  const POISON = Buffer.from(
    '01040700040104636f64650268658107010384070a0620776f726c64c4070407050258590107010203',
    'hex',
  );
  const by = (update: Uint8Array) => ({
    roomId: ROOM_ID,
    memberId: idOf('carl'),
    askId: 'a1',
    update,
    from: 'carl',
  });

  test.each<[string, (doc: Y.Doc) => void]>([
    ['another type', (doc) => doc.getMap('more').set('a', 'b')],
    ['another text', (doc) => doc.getText('more').insert(0, 'a')],
    ['a form', (doc) => doc.getText('code').insert(0, 'a', { bold: true })],
    ['a thing in the text', (doc) => doc.getText('code').insertEmbed(0, { image: 'a' })],
    ['a line’s end of two characters', (doc) => doc.getText('code').insert(0, 'a\r\nb')],
  ])('[CODE-10] is rejected before it is stored: %s', async (_name, change) => {
    const record = new MemoryRecord();
    const documents = process(record, () => stateOf(live));
    const doc = new Y.Doc();
    change(doc);
    expect(await documents.take(by(Y.encodeStateAsUpdate(doc)))).toMatchObject({ code: 'bad-command' });
    expect(record.rows).toEqual([]);
  });

  test.each<[string, (pia: Window) => number]>([
    ['of another’s', (pia) => pia.text.doc.clientID],
    ['of the original code', () => ORIGINAL_AUTHOR],
  ])(
    '[CODE-10] is rejected before it is stored: one under the number %s window',
    async (_whose, numberOf) => {
      const record = new MemoryRecord();
      const documents = process(record, () => stateOf(live, handed), undefined, 2);
      const [carl, pia] = [new Window('carl', documents), new Window('pia', documents)];
      await settled();
      for (const word of ['a', 'b', 'c']) {
        pia.types(0, word);
        await settled();
      }
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(pia.text.doc));
      const before = Y.encodeStateVector(doc);
      doc.clientID = numberOf(pia);
      doc.getText('code').insert(0, '// as somebody else\n');
      const update = Y.encodeStateAsUpdate(doc, before);
      // Also by a process that knows the windows from the snapshot alone.
      record.rows = record.rows.slice(-1);
      for (const one of [documents, process(record, () => stateOf(live, handed))])
        expect(await one.take(by(update))).toMatchObject({ code: 'bad-command' });
      expect(record.rows).toHaveLength(1);
      pia.types(0, 'd');
      await settled();
      expect([carl.shown, await documents.text(stateOf(live), 'a1')]).toEqual([pia.shown, pia.shown]);
      expect(pia.shown).toMatch(/^dcba/);
    },
  );

  test('[CODE-10] is rejected before it is stored: one that depends on something that nobody stored', async () => {
    const record = new MemoryRecord();
    const documents = process(record, () => stateOf(live));
    const doc = new Y.Doc();
    doc.getText('code').insert(0, 'first');
    const before = Y.encodeStateVector(doc);
    doc.getText('code').insert(5, ' second');
    const whole = Y.encodeStateAsUpdate(doc);
    const gap = Y.encodeStateAsUpdate(doc, before);
    doc.getText('code').delete(0, 2);
    const deletion = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc));
    for (const update of [gap, deletion])
      expect(await documents.take(by(update))).toMatchObject({ code: 'bad-command' });
    expect(record.rows).toEqual([]);
    for (const update of [whole, deletion]) expect(await documents.take(by(update))).toEqual({ ok: true });
    expect(await documents.text(stateOf(live), 'a1')).toContain('rst second');
  });

  test('[CODE-10] is rejected before it is stored: one under the number of a window that only another process has heard of', async () => {
    const record = new MemoryRecord();
    const open = () => process(record, () => stateOf(live, handed));
    const [here, there] = [open(), open()];
    await there.text(stateOf(live), 'a1');
    const pia = new Window('pia', here);
    await settled();
    pia.types(0, 'mine');
    await settled();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(pia.text.doc));
    const before = Y.encodeStateVector(doc);
    doc.clientID = pia.text.doc.clientID;
    doc.getText('code').insert(0, '// as somebody else\n');
    const stored = record.rows.length;
    const forged = by(Y.encodeStateAsUpdate(doc, before));
    expect(await there.take(forged)).toMatchObject({ code: 'bad-command' });
    expect(record.rows).toHaveLength(stored);
    pia.types(0, 'still ');
    await settled();
    expect(await there.text(stateOf(live), 'a1')).toBe(pia.shown);
  });

  test('is not one that depends on what another process stored a moment ago', async () => {
    const record = new MemoryRecord();
    const [here, there] = [process(record, () => stateOf(live)), process(record, () => stateOf(live))];
    await there.text(stateOf(live), 'a1');
    const doc = new Y.Doc();
    doc.getText('code').insert(0, 'first');
    const before = Y.encodeStateVector(doc);
    expect(await here.take(by(Y.encodeStateAsUpdate(doc)))).toEqual({ ok: true });
    doc.getText('code').insert(5, ' second');
    expect(await there.take(by(Y.encodeStateAsUpdate(doc, before)))).toEqual({ ok: true });
    expect(await here.text(stateOf(live), 'a1')).toContain('first second');
  });

  test('is rejected before it is stored: one that cannot be applied', async () => {
    const record = new MemoryRecord();
    const documents = process(record, () => stateOf(live));
    const carl = new Window('carl', documents);
    await settled();
    expect(await documents.take(by(POISON))).toMatchObject({ code: 'bad-command' });
    expect(record.rows).toEqual([]);
    carl.types(0, '// goes on\n');
    await settled();
    expect(await documents.text(stateOf(live), 'a1')).toBe(carl.shown);
  });

  test('if it was stored nevertheless, does not break the document', async () => {
    const record = new MemoryRecord();
    record.rows = [{ no: 1, by: idOf('carl'), at: 1, update: POISON }];
    const documents = process(record, () => stateOf(live));
    const carl = new Window('carl', documents);
    await settled();
    carl.types(0, '// goes on\n');
    await settled();
    expect(carl.text.state).toBe('saved');
    expect(await process(record, () => stateOf(live)).text(stateOf(live), 'a1')).toBe(carl.shown);
  });
});

describe('a document that grows', () => {
  /** A writer who appends to the text without waiting for an answer. */
  function writer(documents: CodeDocuments) {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => void updates.push(update));
    return (words: string) => {
      doc.getText('code').insert(doc.getText('code').length, words);
      const [update] = updates.splice(0);
      if (!update) throw new Error('nothing was written');
      return documents.take({ roomId: ROOM_ID, memberId: idOf('carl'), askId: 'a1', update, from: 'carl' });
    };
  }

  test('for a day opens from one snapshot and fewer than 200 updates, however many there are', async () => {
    const record = new MemoryRecord();
    const write = writer(process(record, () => stateOf(live)));
    for (let no = 1; no <= 5_000; no += 1) await write(no % 40 === 0 ? '\n' : 'x');
    expect(record.rows).toHaveLength(5_000);
    const text = await process(record, () => stateOf(live)).text(stateOf(live), 'a1');
    expect(text.match(/[x\n]/g)?.length).toBeGreaterThanOrEqual(5_000);
    expect(record.opened).toBeLessThan(200);
    // The snapshot is about as long as its content, and the reader reads little besides.
    expect(record.snapshot?.state.byteLength).toBeLessThan(5_000 + 2_000);
    const read = record.rows.slice(record.snapshot?.upTo);
    expect(read.reduce((sum, { update }) => sum + update.byteLength, 0)).toBeLessThan(200 * 40);
  });

  test('is full at its largest size, and says so without storing more', async () => {
    const record = new MemoryRecord();
    const write = writer(process(record, () => stateOf(live)));
    const much = 'x'.repeat(CODE_LIMITS.update - 100);
    let answer = await write(much);
    while (answer.ok) answer = await write(much);
    expect(answer).toMatchObject({ ok: false, code: 'too-many' });
    const size = record.rows.reduce((sum, { update }) => sum + update.byteLength, 0);
    expect(size).toBeGreaterThan(CODE_LIMITS.document - CODE_LIMITS.update);
    expect(size).toBeLessThanOrEqual(CODE_LIMITS.document);
    expect(record.snapshot?.upTo).toBe(record.rows.length);
  });

  test('has a history with an end only if what was written cannot be thinned, and says so in the log', async () => {
    const record = new MemoryRecord();
    let minute = 0;
    const now = () => minute * 60_000;
    const documents = process(record, () => stateOf(live), undefined, undefined, now);
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => void updates.push(update));
    const text = doc.getText('code');
    let answer: Ack = { ok: true };
    while (answer.ok) {
      // Longer than the longest step of a playback, so that each is a step of its own.
      minute += 1;
      if (text.length === 0) text.insert(0, 'x'.repeat(CODE_LIMITS.update - 100));
      else text.delete(0, text.length);
      const [update] = updates.splice(0);
      if (!update) throw new Error('nothing was written');
      answer = await documents.take({
        roomId: ROOM_ID,
        memberId: idOf('carl'),
        askId: 'a1',
        update,
        from: 'carl',
      });
    }
    expect([answer, alarms]).toEqual([expect.objectContaining({ code: 'text-full' }), [ROOM_ID]]);
    const size = record.rows.reduce((sum, { update }) => sum + update.byteLength, 0);
    expect(size).toBeGreaterThan(CODE_LIMITS.history - CODE_LIMITS.update);
  });

  test('accepts a limited number of waiting updates, and asks for patience with the others', async () => {
    const record = new MemoryRecord();
    const write = writer(process(record, () => stateOf(live)));
    const answers = await Promise.all(Array.from({ length: 450 }, () => write('x')));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(400);
    expect(answers.at(-1)).toMatchObject({ ok: false, code: 'slow-down' });
    expect(record.rows).toHaveLength(400);
  });
});

describe('windows with a working connection get everything that is stored', () => {
  test('even if the answer was lost and the author left', async () => {
    const record = new MemoryRecord();
    const documents = process(record, () => stateOf(live, handed));
    const [carl, pia] = [new Window('carl', documents), new Window('pia', documents)];
    await settled();
    let calls = 0;
    record.fails = () => {
      calls += 1;
      return calls === 2;
    };
    pia.types(0, '// hers\n');
    await vi.advanceTimersByTimeAsync(0);
    pia.cut();
    expect([record.rows.length, carl.shown.startsWith('const')]).toEqual([1, true]);
    new Window('olga', documents);
    await settled();
    expect(carl.shown).toMatch(/^\/\/ hers\nconst/);
  });

  test('after their process lost sight of the record for a moment', async () => {
    const record = new MemoryRecord();
    const processes: CodeDocuments[] = [];
    const state = () => stateOf(live, handed);
    for (let count = 0; count < 2; count += 1) processes.push(process(record, state, () => processes));
    const [here, there] = processes as [CodeDocuments, CodeDocuments];
    const [olga, pia] = [new Window('olga', here), new Window('pia', there)];
    await settled();
    record.fails = () => true;
    const from = 'hana';
    const update = Y.encodeStateAsUpdate(new Y.Doc());
    expect(
      await here.take({ roomId: ROOM_ID, memberId: idOf('pia'), askId: 'a1', update, from }),
    ).toMatchObject({ code: 'unavailable' });
    record.fails = () => false;
    pia.types(0, '// hers\n');
    await settled();
    expect(olga.shown).toBe(pia.shown);
  });

  test('after their process dropped the document from memory', async () => {
    const record = new MemoryRecord();
    const processes: CodeDocuments[] = [];
    const state = () => stateOf(live, handed);
    for (let count = 0; count < 2; count += 1)
      processes.push(process(record, state, () => (isTold ? processes : [])));
    let isTold = true;
    const [here, there] = processes as [CodeDocuments, CodeDocuments];
    const [olga, pia] = [new Window('olga', here), new Window('pia', there)];
    await settled();
    const fill = async () => {
      for (let room = 0; room < 201; room += 1) await here.text({ ...state(), roomId: `room-${room}` }, 'a1');
    };
    await fill();
    pia.types(0, '// told\n');
    await settled();
    expect(olga.shown).toBe(pia.shown);
    await fill();
    isTold = false;
    pia.types(0, '// missed\n');
    await settled();
    await here.text(state(), 'a1');
    expect(olga.shown).toBe(pia.shown);
  });
});

describe('over unstable connections and processes', () => {
  const seeds = Array.from({ length: tries(40).numRuns }, (_, seed) => tries(40).seed + seed);
  test.each(seeds)('the text converges, and nothing that was saved is lost (seed %i)', async (seed) => {
    const random = seededRandom(seed);
    const record = new MemoryRecord();
    let isCalm = false;
    record.fails = () => !isCalm && random.chance(0.05);
    let now = [live];
    const state = () => stateOf(...now);
    const processes: CodeDocuments[] = [];
    for (let count = 0; count < 2; count += 1) processes.push(process(record, state, () => processes, 4));
    const lost = () => !isCalm && random.chance(0.1);
    const names = ['carl', 'carl', 'pia', 'olga'];
    const windows = names.map((name) => new Window(name, random.pick(processes), lost));
    const typing = new Typing(random);
    const saved = new Set<string>();
    for (let step = 0; step < 60; step += 1) {
      act(random, windows, processes, typing, (history) => {
        now = [live, ...history];
      });
      await vi.advanceTimersByTimeAsync(random.int(300));
      for (const { name, text, shown } of windows)
        if (name === 'carl' && text.state === 'saved')
          for (const character of shown) if (isTyped(character)) saved.add(character);
    }
    isCalm = true;
    for (const window of windows) window.back();
    await settled();
    expect(record.rows.length).toBeGreaterThan(0);
    const stored = await process(record, state).text(state(), 'a1');
    expect(windows.map(({ shown }) => shown)).toEqual(windows.map(() => stored));
    expect([...saved].filter((one) => !stored.includes(one) && !typing.deleted.has(one))).toEqual([]);
    const twice = [...stored].filter((one) => isTyped(one) && stored.split(one).length > 2);
    expect(twice).toEqual([]);
  });

  const FIRST_TYPED = 0x4e00;
  const isTyped = (character: string) => character.charCodeAt(0) >= FIRST_TYPED;

  /** Inserts, replaces and deletes, anywhere. Each character is typed once, so that it can be found again. */
  class Typing {
    readonly deleted = new Set<string>();
    #typed = 0;

    constructor(private readonly random: Random) {}

    edits({ text: { doc, text } }: Window): void {
      const { random } = this;
      const at = random.int(text.length + 1);
      const deletes = random.chance(0.4) ? Math.min(random.int(8), text.length - at) : 0;
      const inserts = deletes > 0 && random.chance(0.5) ? 0 : 1 + random.int(8);
      for (const character of text.toJSON().slice(at, at + deletes)) this.deleted.add(character);
      doc.transact(() => {
        text.delete(at, deletes);
        text.insert(at, this.#characters(inserts));
      });
    }

    #characters(count: number): string {
      const from = FIRST_TYPED + this.#typed;
      this.#typed += count;
      return String.fromCharCode(...Array.from({ length: count }, (_, index) => from + index));
    }
  }

  function act(
    random: Random,
    windows: Window[],
    processes: CodeDocuments[],
    typing: Typing,
    change: (history: Happened[][]) => void,
  ) {
    const window = random.pick(windows);
    const what = random.int(10);
    if (what < 5 && window.name !== 'olga') typing.edits(window);
    else if (what === 6) window.cut();
    else if (what === 7) window.back(random.pick(processes));
    else if (what === 8) change([handed]);
    else if (what === 9) change([handed, taken]);
  }
});
