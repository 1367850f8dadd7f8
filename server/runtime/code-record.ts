/** One stored update of a text: `no` counts from 1 within its ask, `at` is milliseconds since 1970. */
export interface StoredUpdate {
  no: number;
  by: string;
  at: number;
  update: Uint8Array;
}

/** How many updates there are, and approximately how many bytes of them. */
export interface Weight {
  rows: number;
  bytes: number;
}

export interface StoredSnapshot extends Weight {
  /** The number of the last update in it. */
  upTo: number;
  state: Uint8Array;
  /** Those that are in it: fewer than `upTo` once the oldest were thinned. */
  rows: number;
  /** Which member wrote in which window, by the number that Yjs gave it; null if an earlier version kept it. */
  owners: Record<string, string> | null;
}

/** Fewer updates for the oldest of a text. */
export interface Replacement {
  /** The number of the last one that is replaced. */
  upTo: number;
  /** How many there were. */
  rows: number;
  updates: readonly StoredUpdate[];
  /** How much less they take. */
  saved: Weight;
}

/** The texts of code exercises, update by update. Everything may reject with `RecordUnavailable`. */
export interface CodeRecord {
  /** The newest snapshot, the updates after it, and the weight of all. */
  load(
    roomId: string,
    askId: string,
  ): Promise<{ snapshot: StoredSnapshot | null; updates: StoredUpdate[] } & Weight>;
  /** Updates with a higher number than this one, in order; at most `limit`. */
  after(roomId: string, askId: string, no: number, limit?: number): Promise<StoredUpdate[]>;
  /** All updates, counted now: it takes time. */
  weigh(roomId: string, askId: string): Promise<Weight>;
  /** Durable when it resolves to true; false if another process has stored an update with this or a higher number. */
  append(roomId: string, askId: string, row: StoredUpdate): Promise<boolean>;
  /** Replaces an older one. */
  keepSnapshot(roomId: string, askId: string, snapshot: StoredSnapshot): Promise<void>;
  /** All of it or nothing; false if there are no longer as many to replace, because another process was first. */
  replace(roomId: string, askId: string, replacement: Replacement): Promise<boolean>;
}
