import type { Ack } from '../protocol/wire';
import type { RoomState } from '../room/core/state';

export interface CodeChange {
  roomId: string;
  askId: string;
  update: Uint8Array;
  /** The connection that sent it; null if another process received it. */
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

/** The texts of code exercises, for connections. */
export interface CodeTexts {
  /** Called with each update once the record has it. */
  onChange(listener: (change: CodeChange) => void): () => void;
  /** Durable if the answer is ok. */
  take(update: CodeUpdate): Promise<Ack>;
  /** The updates that this member's copy lacks; null if they may not read the text. Rejects with `RecordUnavailable`. */
  missing(
    roomId: string,
    memberId: string,
    askId: string,
    vector: Uint8Array,
  ): Promise<{ update: Uint8Array; vector: Uint8Array } | null>;
  /** Reads and passes on what another process stored. */
  catchUp(roomId: string, askId: string): Promise<void>;
}
