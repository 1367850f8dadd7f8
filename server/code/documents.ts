import * as Y from 'yjs';
import type { Ack } from '../protocol/wire';
import { CODE_LIMITS } from '../protocol/words';
import { codeAccess } from '../room/code';
import { findAsk, itemOf, type RoomState } from '../room/core/state';
import type { StoredUpdate } from '../runtime/code-record';
import type { CodeChange, CodeTexts, CodeUpdate } from '../runtime/code-texts';
import { RecordUnavailable } from '../runtime/ports';
import { reject } from '../runtime/rejection';
import {
  applies,
  beginning,
  lacksSomething,
  missingFor,
  textOf,
  type Written,
  windowsIn,
  writtenIn,
} from './document';
import { KeptText, type KeptTextPorts } from './kept-text';

/** The most documents in memory; the least recently used goes first. */
const KEPT = 200;
/** The most documents for which we remember how far windows here are up to date, which is little data. */
const KNOWN = 20_000;
/** How often another process may win the race for a document's next number. */
const TRIES = 20;
/** The most updates of one text that wait while one is being written. */
const WAITING = 400;

export interface CodeDocumentsPorts extends KeptTextPorts {
  /** As it is in the record now. */
  state(roomId: string): Promise<RoomState | null>;
  now(): number;
  /** Tells the other processes that a document has changed. */
  announce(roomId: string, askId: string): void;
  unavailable(error: unknown): void;
}

interface Entry {
  kept: KeptText | null;
  /** The number of the newest update that windows here have; it outlives the document. Null before anybody read it. */
  told: number | null;
  turn: Promise<unknown>;
  waiting: number;
}

/** The texts of code exercises: each update is permitted, stored, applied and then told, one after another. */
export class CodeDocuments implements CodeTexts {
  readonly #ports: CodeDocumentsPorts;
  readonly #entries = new Map<string, Entry>();
  /** How many of them have their document in memory. */
  #documents = 0;
  readonly #listeners = new Set<(change: CodeChange) => void>();

  constructor(ports: CodeDocumentsPorts) {
    this.#ports = ports;
  }

  /** Called for each update after it is in the record. */
  onChange(listener: (change: CodeChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Durable when the answer is ok. The room's state decides on permission in the update's own turn. */
  async take(change: CodeUpdate): Promise<Ack> {
    const { roomId, askId, update } = change;
    const written = update.byteLength > CODE_LIMITS.update ? null : writtenIn(update);
    if (!written) return reject('bad-command');
    if (this.#entry(roomId, askId).waiting >= WAITING) return reject('slow-down');
    return this.#inTurn<Ack>(roomId, askId, async (entry) => {
      try {
        return await this.#take({ ...change, written }, entry);
      } catch (error) {
        // We don't know whether it was stored, so we read the document again, and then tell windows what they lack.
        this.#drop(entry);
        if (!(error instanceof RecordUnavailable)) throw error;
        this.#ports.unavailable(error);
        return reject('unavailable');
      }
    });
  }

  async #take(change: CodeUpdate & { written: Written[] }, entry: Entry): Promise<Ack> {
    const { roomId, memberId, askId, update, from, written } = change;
    const state = await this.#ports.state(roomId);
    if (!state || codeAccess(state, memberId, askId) !== 'write') return reject('not-allowed');
    const kept = await this.#read(roomId, askId, state, entry);
    const problem = await kept.problemWith(update.byteLength);
    if (problem) return reject(problem);
    const windows = windowsIn(written, kept.doc);
    if (!kept.owners.areOf(memberId, windows)) return reject('bad-command');
    // Applied first, so that nothing is stored that cannot be applied. Nobody sees the document within this turn.
    if (!(await this.#applies(change, state, kept, entry))) {
      this.#drop(entry);
      return reject('bad-command');
    }
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      // Another process may have been the first to hear of the window.
      if (!kept.owners.areOf(memberId, windows)) {
        this.#drop(entry);
        return reject('bad-command');
      }
      const row: StoredUpdate = { no: kept.no + 1, by: memberId, at: this.#ports.now(), update };
      if (await this.#ports.record.append(roomId, askId, row)) {
        kept.count(row, windows);
        entry.told = row.no;
        this.#tell({ roomId, askId, update, from, state });
        this.#ports.announce(roomId, askId);
        await kept.compactWhenDue();
        return { ok: true };
      }
      await this.#catchUp(roomId, askId, entry, state);
    }
    this.#drop(entry);
    return reject('unavailable');
  }

  /** False if that failed, or if it depends on something that nobody stored: then the document is broken. */
  async #applies({ roomId, askId, update }: CodeUpdate, state: RoomState, kept: KeptText, entry: Entry) {
    const lacked = lacksSomething(kept.doc);
    if (!applies(kept.doc, update)) return false;
    if (lacked || !lacksSomething(kept.doc)) return true;
    // What it depends on may be stored by another process.
    await this.#catchUp(roomId, askId, entry, state);
    return !lacksSomething(kept.doc);
  }

  /** What this member's copy lacks; null where they may not read it. */
  async missing(
    roomId: string,
    memberId: string,
    askId: string,
    vector: Uint8Array,
  ): Promise<{ update: Uint8Array; vector: Uint8Array } | null> {
    return this.#inTurn(roomId, askId, async (entry) => {
      const state = await this.#ports.state(roomId);
      if (!state || codeAccess(state, memberId, askId) === 'none') return null;
      const kept = await this.#read(roomId, askId, state, entry);
      await this.#catchUp(roomId, askId, entry, state);
      return missingFor(kept.doc, vector);
    });
  }

  /** Another process stored something: if anybody here has read the document, we read it and tell them. */
  async catchUp(roomId: string, askId: string): Promise<void> {
    if (!this.#entries.has(keyOf(roomId, askId))) return;
    await this.#inTurn(roomId, askId, async (entry) => {
      const state = await this.#ports.state(roomId);
      if (state && entry.told !== null) await this.#catchUp(roomId, askId, entry, state);
    });
  }

  /** The stored text. The caller checks permission. */
  async text(state: RoomState, askId: string): Promise<string> {
    return this.#inTurn(state.roomId, askId, async (entry) => {
      const kept = await this.#read(state.roomId, askId, state, entry);
      await this.#catchUp(state.roomId, askId, entry, state);
      return textOf(kept.doc);
    });
  }

  /** Every stored update in order with its author, beginning with the original code, which has none. */
  async history(
    state: RoomState,
    askId: string,
  ): Promise<{ at: number; by: string | null; update: Uint8Array }[]> {
    const given = Y.encodeStateAsUpdate(beginning(originalOf(state, askId)));
    const rows = await this.#ports.record.after(state.roomId, askId, 0);
    return [
      { at: findAsk(state, askId)?.ask.askedAt ?? 0, by: null, update: given },
      ...rows.map(({ at, by, update }) => ({ at, by, update })),
    ];
  }

  #entry(roomId: string, askId: string): Entry {
    const key = keyOf(roomId, askId);
    const entry = this.#entries.get(key) ?? { kept: null, told: null, turn: Promise.resolve(), waiting: 0 };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    this.#forget();
    return entry;
  }

  /**
   * Documents that nobody used for long leave memory. Windows here may still have them open, so we remember how far
   * they are up to date.
   */
  #forget(): void {
    for (const [key, entry] of this.#entries) {
      if (this.#documents <= KEPT && this.#entries.size <= KNOWN) return;
      if (entry.waiting > 0) continue;
      this.#drop(entry);
      if (this.#entries.size > KNOWN) this.#entries.delete(key);
    }
  }

  #drop(entry: Entry): void {
    if (!entry.kept) return;
    entry.kept.doc.destroy();
    entry.kept = null;
    this.#documents -= 1;
  }

  #inTurn<T>(roomId: string, askId: string, work: (entry: Entry) => Promise<T>): Promise<T> {
    const entry = this.#entry(roomId, askId);
    entry.waiting += 1;
    const done = entry.turn
      .then(() => work(entry))
      .finally(() => {
        entry.waiting -= 1;
      });
    entry.turn = done.catch(() => {});
    return done;
  }

  async #read(roomId: string, askId: string, state: RoomState, entry: Entry): Promise<KeptText> {
    const place = { roomId, askId, original: originalOf(state, askId) };
    const kept = entry.kept ?? (await KeptText.read(this.#ports, place));
    if (!entry.kept) this.#documents += 1;
    entry.kept = kept;
    entry.told ??= kept.no;
    if (entry.told < kept.no) await this.#catchUp(roomId, askId, entry, state);
    return kept;
  }

  /** Sends windows here what they lack, and adds it to the document here if that is in memory. */
  async #catchUp(roomId: string, askId: string, entry: Entry, state: RoomState): Promise<void> {
    const { kept } = entry;
    for (const row of await this.#ports.record.after(roomId, askId, entry.told ?? 0)) {
      if (kept && row.no > kept.no) kept.takeIn(row);
      entry.told = row.no;
      this.#tell({ roomId, askId, update: row.update, from: null, state });
    }
  }

  #tell(change: CodeChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function keyOf(roomId: string, askId: string): string {
  return `${roomId}/${askId}`;
}

function originalOf(state: RoomState, askId: string): string {
  const ask = findAsk(state, askId)?.ask;
  const item = ask && itemOf(state, ask.itemId);
  return item?.kind === 'exercise' ? item.original : '';
}
