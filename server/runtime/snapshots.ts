import type { RoomState } from '../room/core/state';

/** What a room's events up to one of them come to. */
export interface RoomSnapshot {
  /** Of the last event that is in it. */
  seq: number;
  commandId: string;
  at: number;
  /** Its pack is not kept with it: the room's first event names that. */
  state: Omit<RoomState, 'pack'>;
}

/**
 * A shortcut to a room that has many events, and never the truth: it is used where it was made by the code that would read
 * the events today, and where the record holds the event that it ends with.
 */
export interface Snapshots {
  /** A snapshot is worth its while whenever the number of a room's events passes a multiple of this. */
  every: number;
  /** Null where there is none that was made by today's code. Rejects with `RecordUnavailable`. */
  find(roomId: string): Promise<RoomSnapshot | null>;
  /** Takes the place of the one before, some time later; what cannot be kept is not. */
  keep(roomId: string, snapshot: RoomSnapshot): void;
  /** It is not what the events come to. */
  drop(roomId: string): void;
}
