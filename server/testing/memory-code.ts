import type { CodeRecord, Replacement, StoredSnapshot, StoredUpdate } from '../runtime/code-record';
import { RecordUnavailable } from '../runtime/ports';
import type { AppendFate } from './memory-record';

interface Text {
  rows: StoredUpdate[];
  snapshot: StoredSnapshot | null;
}

/** The texts of exercises in memory, which all processes of a simulation share and which survive a crash. */
export class MemoryTexts {
  /** Called with each update that was stored. */
  written: (askId: string, row: StoredUpdate) => void = () => {};
  readonly #texts = new Map<string, Text>();

  of(roomId: string, askId: string): Text {
    const key = `${roomId}/${askId}`;
    const text = this.#texts.get(key) ?? { rows: [], snapshot: null };
    this.#texts.set(key, text);
    return text;
  }

  /** False if another process has stored one with this number. */
  write(roomId: string, askId: string, row: StoredUpdate): boolean {
    const { rows } = this.of(roomId, askId);
    if (row.no <= (rows.at(-1)?.no ?? 0)) return false;
    rows.push(row);
    this.written(askId, row);
    return true;
  }

  /** False if another process has replaced some of them. */
  replace(roomId: string, askId: string, { upTo, rows, updates, saved }: Replacement): boolean {
    const text = this.of(roomId, askId);
    const newer = text.rows.filter(({ no }) => no > upTo);
    if (text.rows.length - newer.length !== rows) return false;
    text.rows.splice(0, text.rows.length, ...updates, ...newer);
    if (text.snapshot)
      text.snapshot = {
        ...text.snapshot,
        rows: text.snapshot.rows - saved.rows,
        bytes: text.snapshot.bytes - saved.bytes,
      };
    return true;
  }
}

/** One process's access to the texts; an update of a crashed process may be stored without its answer. */
export function memoryCode(
  texts: Pick<MemoryTexts, 'of' | 'write' | 'replace'>,
  alive: () => boolean,
  fate: () => AppendFate,
): CodeRecord {
  const after = async (roomId: string, askId: string, no: number, limit?: number) =>
    texts
      .of(roomId, askId)
      .rows.filter((row) => row.no > no)
      .slice(0, limit);
  const weigh = async (roomId: string, askId: string) => {
    const { rows } = texts.of(roomId, askId);
    return { rows: rows.length, bytes: rows.reduce((sum, { update }) => sum + update.byteLength, 0) };
  };
  const reach = async (ms: number) => {
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
    if (!alive()) await new Promise(() => {});
  };
  return {
    after,
    weigh,
    load: async (roomId, askId) => {
      const { snapshot } = texts.of(roomId, askId);
      const updates = await after(roomId, askId, snapshot?.upTo ?? 0);
      return { snapshot, updates, ...(await weigh(roomId, askId)) };
    },
    append: async (roomId, askId, row) => {
      const { there, back, outcome } = fate();
      await reach(there);
      if (outcome === 'unavailable') throw new RecordUnavailable('away');
      const isNext = texts.write(roomId, askId, row);
      await reach(back);
      if (outcome === 'lost-answer') throw new RecordUnavailable('the answer was lost');
      return isNext;
    },
    keepSnapshot: async (roomId, askId, snapshot) => {
      const text = texts.of(roomId, askId);
      if ((text.snapshot?.upTo ?? 0) < snapshot.upTo) text.snapshot = snapshot;
    },
    replace: async (roomId, askId, replacement) => {
      const { there, back, outcome } = fate();
      await reach(there);
      if (outcome === 'unavailable') throw new RecordUnavailable('away');
      const isDone = texts.replace(roomId, askId, replacement);
      await reach(back);
      if (outcome === 'lost-answer') throw new RecordUnavailable('the answer was lost');
      return isDone;
    },
  };
}
