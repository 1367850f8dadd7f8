/** One stored update of a text: `no` counts from 1 within its ask, `at` is milliseconds since 1970. */
export interface StoredUpdate {
  no: number;
  by: string;
  at: number;
  update: Uint8Array;
}

export interface StoredSnapshot {
  /** The number of the last update that is in it. */
  upTo: number;
  state: Uint8Array;
}

/** The texts of code exercises, an update after another. Everything rejects with `RecordUnavailable`. */
export interface CodeRecord {
  /** The newest snapshot, what was stored after it, and about how many bytes all updates have. */
  load(
    roomId: string,
    askId: string,
  ): Promise<{ snapshot: StoredSnapshot | null; updates: StoredUpdate[]; bytes: number }>;
  /** Updates with a higher number than this one, in order. */
  after(roomId: string, askId: string, no: number): Promise<StoredUpdate[]>;
  /** Durable when it resolves to true; false where another process has stored an update of this number. */
  append(roomId: string, askId: string, row: StoredUpdate): Promise<boolean>;
  /** Takes the place of an older one. */
  keepSnapshot(roomId: string, askId: string, snapshot: StoredSnapshot): Promise<void>;
}
