import type { Pack } from '../protocol/pack';
import type { RoomEvent } from '../room/core/events';
import { upcast } from '../room/core/upcast';
import { hashOf } from '../runtime/pack-content';
import {
  type Append,
  type AppendResult,
  type EventRecord,
  type PackContents,
  RecordUnavailable,
  type StoredEvent,
} from '../runtime/ports';
import { SharedPacks } from '../runtime/shared-packs';

/** The fate of one append on its way to the record and back. */
export interface AppendFate {
  /** Milliseconds there and back. */
  there: number;
  back: number;
  /** `unavailable`: the record is away and stores nothing; `lost-answer`: it is stored, but the answer is lost. */
  outcome: 'fine' | 'unavailable' | 'lost-answer';
}

/** The events of all rooms in memory, which all processes of a simulation share and which survive a crash. */
export class MemoryEvents {
  /** Called with each append that was stored. */
  written: (append: Append) => void = () => {};
  readonly packs = new Map<string, Pack>();
  readonly #rooms = new Map<string, { events: StoredEvent[]; commandIds: Set<string> }>();

  of(roomId: string): readonly StoredEvent[] {
    return this.#rooms.get(roomId)?.events ?? [];
  }

  /** A stored event in today's shape, with its pack. */
  event({ data }: StoredEvent): RoomEvent {
    const hash: unknown = Reflect.get(Object(data), 'packHash');
    return upcast(typeof hash === 'string' ? { ...Object(data), pack: this.packs.get(hash) } : data);
  }

  /** As an operator does it, from outside every process. */
  delete(roomId: string): void {
    this.#rooms.delete(roomId);
  }

  /** All of it or nothing; a stored command takes precedence over a conflict. */
  write(append: Append): AppendResult {
    const { roomId, expectedSeq, commandId, events } = append;
    const room = this.#rooms.get(roomId) ?? { events: [], commandIds: new Set<string>() };
    if (room.commandIds.has(commandId)) return { ok: false, reason: 'duplicate-command' };
    if (room.events.length !== expectedSeq) return { ok: false, reason: 'conflict' };
    for (const [index, event] of events.entries())
      room.events.push(frozen({ ...event, seq: expectedSeq + 1 + index, commandId }));
    room.commandIds.add(commandId);
    this.#rooms.set(roomId, room);
    this.written(append);
    return { ok: true };
  }
}

/** Processes share what they read: none of them may change it. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

/**
 * One process's access to the events. It checks `alive` on the way there and back: an append of a crashed process may be
 * stored or not, and is never answered.
 */
export function memoryRecord(
  events: Pick<MemoryEvents, 'of' | 'write'>,
  alive: () => boolean,
  fate: () => AppendFate = () => ({ there: 0, back: 0, outcome: 'fine' }),
): EventRecord {
  const crossing = async (ms: number): Promise<void> => {
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
    if (!alive()) await new Promise(() => {});
  };
  return {
    load: async (roomId, afterSeq = 0, limit = Number.POSITIVE_INFINITY) => {
      await crossing(0);
      return events.of(roomId).slice(afterSeq, afterSeq + limit);
    },
    newest: async (roomIds) => {
      await crossing(0);
      const seqs = roomIds.map((roomId) => [roomId, events.of(roomId).at(-1)?.seq ?? 0] as const);
      return new Map(seqs.filter(([, seq]) => seq > 0));
    },
    holds: async (roomId, commandIds) => {
      await crossing(0);
      return events.of(roomId).some(({ commandId }) => commandIds.includes(commandId));
    },
    append: async (append) => {
      if (append.events.length === 0) throw new TypeError('an append needs at least one event');
      if (append.events.some(({ data }) => JSON.stringify(data) === undefined)) {
        throw new TypeError('an event holds nothing that JSON can');
      }
      const copy = structuredClone(append);
      const { there, back, outcome } = fate();
      await crossing(there);
      if (outcome === 'unavailable') throw new RecordUnavailable('gone for a moment');
      const result = events.write(copy);
      await crossing(back);
      if (outcome === 'lost-answer') throw new RecordUnavailable('stored, and the line broke');
      return result;
    },
    problem: async () => (alive() ? null : 'it is gone'),
    close: async () => {},
  };
}

/** The packs. Each process gets its own copy, as if it had read it. */
export function memoryContents(events: MemoryEvents): PackContents {
  const shared = new SharedPacks();
  return {
    keep: async (pack) => {
      const hash = hashOf(pack);
      events.packs.set(hash, pack);
      return { hash, pack: shared.share(hash, { pack, reader: 1 }).pack };
    },
    find: (hash) =>
      shared.find(hash, async () => {
        const pack = events.packs.get(hash);
        return pack ? { pack: structuredClone(pack), reader: 1 } : null;
      }),
  };
}
