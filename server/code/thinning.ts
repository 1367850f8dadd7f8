import { setImmediate as breathe } from 'node:timers/promises';
import type { CodeRecord, StoredUpdate, Weight } from '../runtime/code-record';
import { applies, beginning, lacksSomething } from './document';

export interface ThinningLimits extends Weight {
  /** So many of the oldest are replaced in one go. */
  piece: number;
  /** The newest updates stay as they are: so many of them, or fewer if these have more than so many bytes. */
  newest: Weight;
}

/** A text with as many updates, or bytes of them, is thinned until two thirds are left. */
export const THINNING: ThinningLimits = {
  rows: 150_000,
  bytes: 12_582_912,
  piece: 10_000,
  newest: { rows: 5_000, bytes: 4_194_304 },
};
const ENOUGH = 2 / 3;

/** Milliseconds that become one step of a playback: the shortest that saves half of a piece, or else the last. */
const STEPS_MS = [2_000, 10_000, 60_000];
/** Where even the longest steps save less than this part of a piece, it stays as it is. */
const LEAST = 0.1;
/** After so much work in one go (ms), everything else gets a turn. */
const WORK_MS = 20;

/** Which text, what it was before anybody wrote in it, and the number of the newest update that is in its stored snapshot. */
interface Thinnable {
  roomId: string;
  askId: string;
  original: string;
  upTo: number;
}

/**
 * Replaces the oldest updates of a text by fewer ones, each of which changes what several of one author's did, and gives what
 * is stored then.
 */
export async function thinOut(record: CodeRecord, text: Thinnable, limits: ThinningLimits): Promise<Weight> {
  let weight = await record.weigh(text.roomId, text.askId);
  while (weight.rows > limits.rows * ENOUGH || weight.bytes > limits.bytes * ENOUGH) {
    const saved = await thinPiece(record, text, weight, limits);
    if (!saved) return weight;
    weight = { rows: weight.rows - saved.rows, bytes: weight.bytes - saved.bytes };
    await breathe();
  }
  return weight;
}

/** What was saved; null if there is nothing to save, or if another process was first. */
async function thinPiece(
  record: CodeRecord,
  { roomId, askId, original, upTo }: Thinnable,
  weight: Weight,
  limits: ThinningLimits,
): Promise<Weight | null> {
  const oldest = await record.after(roomId, askId, 0, limits.piece);
  const old = oldest.slice(0, mayBeThinned(oldest, upTo, weight, limits.newest));
  const last = old.at(-1);
  if (!last) return null;
  const before = weightOf(old);
  let thin = old;
  let saved = 0;
  for (const ms of STEPS_MS) {
    thin = await thinned(original, old, ms);
    const after = weightOf(thin);
    saved = 1 - Math.min(after.rows / before.rows, after.bytes / before.bytes);
    if (saved >= 0.5) break;
  }
  if (saved < LEAST) return null;
  const less = { rows: before.rows - thin.length, bytes: before.bytes - weightOf(thin).bytes };
  const replacement = { upTo: last.no, rows: old.length, updates: thin, saved: less };
  return (await record.replace(roomId, askId, replacement)) ? less : null;
}

/**
 * Updates that do the same as these: what one author did within the same step of time is one of them, with the number and the
 * time of the last. The text after each of them is what it was; what was typed and deleted within a step is no longer in it.
 */
export async function thinned(
  original: string,
  updates: readonly StoredUpdate[],
  ms: number,
): Promise<StoredUpdate[]> {
  const doc = beginning(original);
  let made: Uint8Array | null = null;
  doc.on('update', (update: Uint8Array) => {
    made = update;
  });
  const thin: StoredUpdate[] = [];
  let since = performance.now();
  for (const stretch of stretchesOf(updates, ms)) {
    made = null;
    const isWhole = doc.transact(() => stretch.every(({ update }) => applies(doc, update)));
    // One that cannot be applied, or not yet, depends on the others around it: everything stays as it was.
    if (!isWhole || lacksSomething(doc)) return [...updates];
    const last = stretch.at(-1);
    if (last) thin.push(stretch.length === 1 || !made ? last : { ...last, update: made });
    if (performance.now() - since < WORK_MS) continue;
    await breathe();
    since = performance.now();
  }
  doc.destroy();
  return thin;
}

function stretchesOf(updates: readonly StoredUpdate[], ms: number): StoredUpdate[][] {
  const stretches: StoredUpdate[][] = [];
  let before: StoredUpdate | undefined;
  for (const one of updates) {
    const goesOn = before && before.by === one.by && Math.floor(before.at / ms) === Math.floor(one.at / ms);
    if (goesOn) stretches.at(-1)?.push(one);
    else stretches.push([one]);
    before = one;
  }
  return stretches;
}

/** How many of the oldest updates are in the snapshot, and not among the newest of all. */
function mayBeThinned(oldest: readonly StoredUpdate[], upTo: number, all: Weight, newest: Weight): number {
  let { rows, bytes } = all;
  for (const [count, { no, update }] of oldest.entries()) {
    rows -= 1;
    bytes -= update.byteLength;
    if (no > upTo || (rows < newest.rows && bytes < newest.bytes)) return count;
  }
  return oldest.length;
}

function weightOf(updates: readonly StoredUpdate[]): Weight {
  return {
    rows: updates.length,
    bytes: updates.reduce((sum, { update }) => sum + update.byteLength, 0),
  };
}
