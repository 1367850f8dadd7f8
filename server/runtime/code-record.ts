/** One stored update of a text: `no` counts from 1 within its ask, `at` is milliseconds since 1970. */
export interface StoredUpdate {
  no: number;
  by: string;
  at: number;
  update: Uint8Array;
}

export interface StoredSnapshot {
  /** The number of the last update in it. */
  upTo: number;
  state: Uint8Array;
  /** Approximate bytes of all updates in it. */
  bytes: number;
}

/** The texts of code exercises, update by update. Everything may reject with `RecordUnavailable`. */
export interface CodeRecord {
  /** The newest snapshot, the updates after it, and the approximate bytes of all updates. */
  load(
    roomId: string,
    askId: string,
  ): Promise<{ snapshot: StoredSnapshot | null; updates: StoredUpdate[]; bytes: number }>;
  /** Updates with a higher number than this one, in order. */
  after(roomId: string, askId: string, no: number): Promise<StoredUpdate[]>;
  /** Durable when it resolves to true; false if another process has stored an update with this number. */
  append(roomId: string, askId: string, row: StoredUpdate): Promise<boolean>;
  /** Replaces an older one. */
  keepSnapshot(roomId: string, askId: string, snapshot: StoredSnapshot): Promise<void>;
}
