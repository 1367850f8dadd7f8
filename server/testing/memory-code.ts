import type { CodeRecord, StoredSnapshot, StoredUpdate } from '../runtime/code-record';
import { RecordUnavailable } from '../runtime/ports';
import type { AppendFate } from './memory-record';

interface Text {
  rows: StoredUpdate[];
  snapshot: StoredSnapshot | null;
}

/** The texts of exercises in memory, which all processes of a simulation share and which survive a crash. */
export class MemoryTexts {
  readonly #texts = new Map<string, Text>();

  of(roomId: string, askId: string): Text {
    const key = `${roomId}/${askId}`;
    const text = this.#texts.get(key) ?? { rows: [], snapshot: null };
    this.#texts.set(key, text);
    return text;
  }
}

/** One process's access to the texts; an update of a crashed process may be stored without its answer. */
export function memoryCode(texts: MemoryTexts, alive: () => boolean, fate: () => AppendFate): CodeRecord {
  const after = async (roomId: string, askId: string, no: number) =>
    texts.of(roomId, askId).rows.filter((row) => row.no > no);
  const reach = async (ms: number) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    if (!alive()) throw new RecordUnavailable('the process is gone');
  };
  return {
    after,
    load: async (roomId, askId) => {
      const { snapshot } = texts.of(roomId, askId);
      return { snapshot, updates: await after(roomId, askId, snapshot?.upTo ?? 0), bytes: 0 };
    },
    append: async (roomId, askId, row) => {
      const { there, back, outcome } = fate();
      await reach(there);
      if (outcome === 'unavailable') throw new RecordUnavailable('away');
      const { rows } = texts.of(roomId, askId);
      const isNext = row.no > (rows.at(-1)?.no ?? 0);
      if (isNext) rows.push(row);
      await reach(back);
      if (outcome === 'lost-answer') throw new RecordUnavailable('the answer was lost');
      return isNext;
    },
    keepSnapshot: async (roomId, askId, snapshot) => {
      const text = texts.of(roomId, askId);
      if ((text.snapshot?.upTo ?? 0) < snapshot.upTo) text.snapshot = snapshot;
    },
  };
}
