import type { CommandBody } from '@/server/protocol/commands';
import type {
  Ack,
  CodeBody,
  CodeMissing,
  ConnectionRejectionCode,
  CursorBody,
  CursorFrame,
  FullFrame,
  HeadFrame,
  OutFrame,
  PatchFrame,
  PresenceFrame,
  VectorBody,
} from '@/server/protocol/wire';

/** What a link tells its room client. Frames arrive in the order in which the server sent them. */
export interface LinkEvents {
  up(): void;
  down(): void;
  /** Anything at all arrived, so the connection is alive. */
  traffic(): void;
  rejected(code: ConnectionRejectionCode): void;
  full(frame: FullFrame): void;
  patch(frame: PatchFrame): void;
  presence(frame: PresenceFrame): void;
  head(frame: HeadFrame): void;
  out(frame: OutFrame): void;
  code(frame: CodeBody): void;
  cursor(frame: CursorFrame): void;
}

/** One connection to one room. It reconnects automatically until it is closed. Every request answers null if it got lost. */
export interface Link {
  open(events: LinkEvents): void;
  close(): void;
  /** Reconnects at once, without waiting for the next attempt. */
  hurry(): void;
  command(body: CommandBody): Promise<Ack | null>;
  sync(): Promise<FullFrame | null>;
  /** An `ok` means that it is stored. */
  code(body: CodeBody): Promise<Ack | null>;
  codeSync(body: VectorBody): Promise<CodeMissing | null>;
  cursor(body: CursorBody): void;
  /** The server's time in ms. */
  time(): Promise<number | null>;
}
