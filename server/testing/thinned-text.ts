import * as Y from 'yjs';
import { applies, beginning, textOf } from '../code/document';
import { CodeDocuments } from '../code/documents';
import type { ThinningLimits } from '../code/thinning';
import type { CodeRecord, StoredUpdate } from '../runtime/code-record';
import { RecordUnavailable } from '../runtime/ports';
import { by, idOf, stateOf } from './given';
import type { Random } from './seeded-random';
import { ledRound, pushed, ROOM_ID } from './stories';

/** Carl's live exercise, in which Pia writes with the pen. */
export const written = () =>
  stateOf(
    ledRound(),
    by('pia', pushed('a1', 'x1', 600_000)),
    by('hana', { type: 'PenHanded', askId: 'a1', memberId: idOf('pia') }),
  );

/** So small that a text of a test is thinned many times. */
export const SMALL: ThinningLimits = {
  rows: 12,
  bytes: 100_000,
  piece: 40,
  newest: { rows: 5, bytes: 50_000 },
};

/** Inserts, replaces, pastes and deletes, anywhere. */
export function edits(random: Random, text: Y.Text): void {
  const at = random.int(text.length + 1);
  if (random.chance(0.3)) text.delete(at, Math.min(random.int(12), text.length - at));
  if (random.chance(0.8))
    text.insert(Math.min(at, text.length), random.pick(['x', '\n', 'word ', 'a paste '.repeat(9), '😀']));
}

interface Look {
  no: number;
  author: string | undefined;
  text: string | undefined;
}

interface Outcome {
  found: Look[];
  right: Look[];
  /** How many updates fewer there are. */
  thinned: number;
  /** As a process that starts now reads it. */
  text: string;
}

/**
 * People write through two processes that thin their text, lose the record for moments and are killed. Of every update that is
 * left, it gives the author and the text after it: as found, and as it was when it was written.
 */
export async function writeWhileThinning(
  random: Random,
  record: CodeRecord,
  steps: number,
): Promise<Outcome> {
  const every: StoredUpdate[] = [];
  let at = 1_000_000;
  let isCalm = false;
  const start = () =>
    new CodeDocuments({
      record: failing(record, every, () =>
        isCalm ? 'fine' : random.pick(['fine', 'fine', 'fine', 'away', 'lost']),
      ),
      state: async () => written(),
      now: () => at,
      snapshotEvery: 1 + random.int(6),
      thinning: SMALL,
      announce: () => {},
      unavailable: () => {},
      full: () => {},
    });
  const processes = [start(), start()];
  const original = (await processes[0]?.text(written(), 'a1')) ?? '';
  const copies = new Map(['carl', 'pia'].map((who) => [who, beginning(original)]));
  for (let step = 0; step < steps; step += 1) {
    isCalm = step >= steps - 2;
    at += random.pick([50, 400, 3_000]);
    const who = random.pick(['carl', 'carl', 'pia']);
    const doc = copies.get(who);
    const documents = random.pick(processes);
    const missing = doc && (await documents.missing(ROOM_ID, idOf(who), 'a1', Y.encodeStateVector(doc)));
    if (!doc || !missing) continue;
    Y.applyUpdate(doc, missing.update);
    doc.transact(() => edits(random, doc.getText('code')));
    const update = Y.diffUpdate(Y.encodeStateAsUpdate(doc), missing.vector);
    await documents.take({ roomId: ROOM_ID, memberId: idOf(who), askId: 'a1', update, from: who });
    // One that is killed keeps nothing, and another takes its place.
    if (random.chance(0.1)) processes[random.int(2)] = start();
  }
  const left = await record.after(ROOM_ID, 'a1', 0);
  const before = textsAfter(original, every);
  const after = textsAfter(original, left);
  const authors = new Map(every.map(({ no, by: author }) => [no, author]));
  return {
    found: left.map(({ no, by: author }) => ({ no, author, text: after.get(no) })),
    right: left.map(({ no }) => ({ no, author: authors.get(no), text: before.get(no) })),
    thinned: every.length - left.length,
    text: await start().text(written(), 'a1'),
  };
}

type Fate = 'fine' | 'away' | 'lost';

/** What it stores is in `every`, also where the answer is lost. */
function failing(record: CodeRecord, every: StoredUpdate[], fate: () => Fate): CodeRecord {
  const fated = async <T>(work: () => Promise<T>): Promise<T> => {
    const now = fate();
    if (now === 'away') throw new RecordUnavailable('away');
    const done = await work();
    if (now === 'lost') throw new RecordUnavailable('the answer was lost');
    return done;
  };
  return {
    ...record,
    replace: (...which) => fated(() => record.replace(...which)),
    append: (roomId, askId, row) =>
      fated(async () => {
        const isNext = await record.append(roomId, askId, row);
        if (isNext) every.push(row);
        return isNext;
      }),
  };
}

function textsAfter(original: string, rows: readonly StoredUpdate[]): Map<number, string> {
  const doc = beginning(original);
  return new Map(
    rows.map(({ no, update }) => {
      applies(doc, update);
      return [no, textOf(doc)];
    }),
  );
}
