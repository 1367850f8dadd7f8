import type { Ack } from '../protocol/wire';
import type { RoomState } from '../room/core/state';

export interface CodeChange {
  roomId: string;
  askId: string;
  update: Uint8Array;
  /** The connection that sent it; null for what another process took. */
  from: string | null;
  state: RoomState;
}

export interface CodeUpdate {
  roomId: string;
  memberId: string;
  askId: string;
  update: Uint8Array;
  from: string;
}

/** The texts of code exercises, as the connections use them. */
export interface CodeTexts {
  /** Told of each update after the record holds it. */
  onChange(listener: (change: CodeChange) => void): () => void;
  /** Durable when the answer is ok. */
  take(update: CodeUpdate): Promise<Ack>;
  /** What this member's copy lacks; null where they may not read it. Rejects with `RecordUnavailable`. */
  missing(
    roomId: string,
    memberId: string,
    askId: string,
    vector: Uint8Array,
  ): Promise<{ update: Uint8Array; vector: Uint8Array } | null>;
  /** Reads and tells what another process stored. */
  catchUp(roomId: string, askId: string): Promise<void>;
}
