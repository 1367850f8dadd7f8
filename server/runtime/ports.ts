import type { Pack } from '../protocol/pack';
import type { Database } from './tables';

export interface NewEvent {
  type: string;
  /** Any JSON value; it is read back unchanged. */
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

/** The primary key of each read model's table. */
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
  webhooks: ['room_id', 'seq'],
} as const satisfies { [T in keyof Database]?: readonly (keyof Database[T])[] };
export type ProjectedTable = keyof typeof PROJECTION_KEYS;

/** A whole row of a read model, which replaces the row with the same key, if there is one. */
export type Projection = { [T in ProjectedTable]: { table: T; row: Database[T] } }[ProjectedTable];

export interface Append {
  roomId: string;
  /** The seq of the last event before the decision; 0 for a room's first. */
  expectedSeq: number;
  commandId: string;
  /** At least one. They become `expectedSeq + 1`, `expectedSeq + 2`, … */
  events: readonly NewEvent[];
  /** Written in the same transaction as the events. Of two rows with the same key the last counts. */
  projections: readonly Projection[];
}

export type AppendResult = { ok: true } | { ok: false; reason: 'conflict' | 'duplicate-command' };

/** The record cannot be read or written now. Send a command again after a failed append: the answer says whether it took effect. */
export class RecordUnavailable extends Error {
  override name = 'RecordUnavailable';
}

/** The events of all rooms, in one order per room, no matter which process accepts the commands. */
export interface EventRecord {
  /** The room's events after `afterSeq` (default 0: all), in order, at most `limit` of them; empty for an unknown room. */
  load(roomId: string, afterSeq?: number, limit?: number): Promise<StoredEvent[]>;
  /** The `seq` of each room's last event, in one statement. A room without events is not in it. */
  newest(roomIds: readonly string[]): Promise<Map<string, number>>;
  /** Whether events of one of these commands are stored. */
  holds(roomId: string, commandIds: readonly string[]): Promise<boolean>;
  /**
   * Durable when it resolves to ok: all of it or nothing. `duplicate-command` takes precedence over `conflict`. Rejects with
   * `RecordUnavailable`; any other error is the caller's bug (a row that breaks a constraint).
   */
  append(append: Append): Promise<AppendResult>;
  /** The reason why an append would fail now, for the log; null if a test append has just worked. Never rejects. */
  problem(): Promise<string | null>;
  /** Waits for the appends under way, rejects later ones with `RecordUnavailable`, and releases the folder. */
  close(): Promise<void>;
}

/** A stored pack, and the version of the reader that read it; 0 if unknown. */
export interface PackContent {
  pack: Pack;
  reader: number;
}

/** Packs by the hash of their content. Each is stored once for any number of rooms and kept packs. */
export interface PackContents {
  /**
   * Stores the pack unless it is stored already. From then on rows can name the hash; a pack that nothing names is deleted
   * after an hour at the earliest. Returns the shared object. `reader`: today's reader by default. Rejects with
   * `RecordUnavailable`.
   */
  keep(pack: Pack, reader?: number): Promise<{ hash: string; pack: Pack }>;
  /** The shared object for this content; null if it is not stored. Rejects with `RecordUnavailable`. */
  find(hash: string): Promise<PackContent | null>;
}
