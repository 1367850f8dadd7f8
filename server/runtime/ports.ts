import type { Pack } from '../protocol/pack';
import type { Database } from './tables';

export interface NewEvent {
  type: string;
  /** Anything that JSON can hold: it comes back as it was. */
  data: unknown;
  /** Milliseconds since 1970. */
  at: number;
  by: string | null;
}

export interface StoredEvent extends NewEvent {
  /** Counts from 1 within its room, without gaps. */
  seq: number;
  commandId: string;
}

/** The primary key of each table that is made from events. */
export const PROJECTION_KEYS = {
  invite_index: ['token_hash'],
  memberships: ['room_id', 'principal_id'],
  scorecards: ['room_id', 'round_id'],
  participations: ['room_id', 'round_id', 'principal_id'],
  competency_means: ['room_id', 'round_id', 'group_id'],
  round_asks: ['room_id', 'round_id', 'ask_id'],
  round_ratings: ['room_id', 'round_id', 'ask_id', 'member_id'],
  heard: ['principal_id', 'family_id', 'item_id'],
  room_packs: ['room_id'],
  try_outs: ['room_id'],
  calibrations: ['room_id', 'principal_id', 'started_at', 'no'],
} as const satisfies { [T in keyof Database]?: readonly (keyof Database[T])[] };
export type ProjectedTable = keyof typeof PROJECTION_KEYS;

/** A row of a read model, whole: it replaces the row with the same key, or is new. */
export type Projection = { [T in ProjectedTable]: { table: T; row: Database[T] } }[ProjectedTable];

export interface Append {
  roomId: string;
  /** The seq of the last event that the command was decided on; 0 for a room's first. */
  expectedSeq: number;
  commandId: string;
  /** At least one. They become `expectedSeq + 1`, `expectedSeq + 2`, … */
  events: readonly NewEvent[];
  /** Written in the same transaction as the events. Of two rows with one key the last counts. */
  projections: readonly Projection[];
}

export type AppendResult = { ok: true } | { ok: false; reason: 'conflict' | 'duplicate-command' };

/** The record cannot be read or written now. Whether an append took effect, sending its command again tells. */
export class RecordUnavailable extends Error {
  override name = 'RecordUnavailable';
}

/** The events of all rooms, in one order per room whichever process takes the commands. */
export interface EventRecord {
  /** The room's events after `afterSeq` (default 0: all), in order; empty for an unknown room. */
  load(roomId: string, afterSeq?: number): Promise<StoredEvent[]>;
  /**
   * Durable when it resolves to ok: all of it or nothing. `duplicate-command` comes before `conflict`. Rejects
   * with `RecordUnavailable`; any other error is a bug of the caller (a row that breaks a constraint).
   */
  append(append: Append): Promise<AppendResult>;
  /** What would keep an append from being written now, for the log; null when one was just proven to work. Never rejects. */
  problem(): Promise<string | null>;
  /** Waits for the appends under way, rejects later ones with `RecordUnavailable`, lets go of the folder. */
  close(): Promise<void>;
}

/** A pack as it is stored, and the version of the reader that read it; 0 when nobody knows. */
export interface PackContent {
  pack: Pack;
  reader: number;
}

/** Packs by the hash of their content: stored once, whatever the number of rooms and kept packs that name it. */
export interface PackContents {
  /**
   * Stores the pack unless it is stored. The hash can be named from then on: what nothing names goes after an hour at the
   * earliest. Gives back the shared object. `reader`: today's reader when nothing is said. Rejects with `RecordUnavailable`.
   */
  keep(pack: Pack, reader?: number): Promise<{ hash: string; pack: Pack }>;
  /** The shared object of this content; null when it is not stored. Rejects with `RecordUnavailable`. */
  find(hash: string): Promise<PackContent | null>;
}
