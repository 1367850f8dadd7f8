import { z } from 'zod';
import type { CommandBody } from './commands';
import { askId, memberId, roomId } from './ids';
import { mine } from './mine';
import type { Operation } from './patch';
import type { RejectionCode } from './rejections';
import type { View } from './views';
import { AUDIENCES, CODE_LIMITS } from './words';

/** Sent in Socket.IO's `auth`. The sign-in cookie alone identifies the person. */
export const handshake = z.strictObject({ roomId, version: z.int() });

/** Why a connection was rejected: in `connect_error`'s `data.code`. */
export type ConnectionRejectionCode =
  | 'signed-out'
  | 'outdated'
  | 'not-a-member'
  | 'removed'
  | 'bad-handshake'
  | 'not-found'
  | 'unavailable';

/** `reference` finds the reason in the server's log; only of what went wrong there. */
export type Ack = { ok: true } | { ok: false; code: RejectionCode; message: string; reference?: string };

/**
 * Everything that a connection may see. `n` counts the `full` and `patch` frames of one connection: 1, 2, 3, … without
 * a gap. It says only how often this viewer was told something.
 */
export const fullFrame = z.strictObject({
  n: z.int().min(1),
  audience: z.enum(AUDIENCES),
  view: z.record(z.string(), z.unknown()),
  mine,
  at: z.number(),
});
export type FullFrame = Omit<z.infer<typeof fullFrame>, 'view'> & { view: View };

export const operation = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('add'), path: z.string(), value: z.unknown() }),
  z.strictObject({ op: z.literal('replace'), path: z.string(), value: z.unknown() }),
  z.strictObject({ op: z.literal('remove'), path: z.string() }),
]) satisfies z.ZodType<Operation>;

/** The changes of the view, and of the person's own part, since the previous frame. */
export const patchFrame = z.strictObject({
  n: z.int().min(2),
  view: z.array(operation).optional(),
  mine: z.array(operation).optional(),
  at: z.number(),
});
export type PatchFrame = z.infer<typeof patchFrame>;

/**
 * Which of the visible members are connected, and since when (ms) others have been away. For a member in neither list
 * this is unknown: they may be connected to another process of this deployment.
 */
export const presenceFrame = z.strictObject({
  here: z.array(memberId),
  away: z.array(z.strictObject({ id: memberId, since: z.number() })),
});
export type PresenceFrame = z.infer<typeof presenceFrame>;

/** The `n` of the last frame, sent every few seconds so that clients notice when that frame was lost. */
export const headFrame = z.strictObject({ n: z.int(), at: z.number() });
export type HeadFrame = z.infer<typeof headFrame>;

/** The connection ends for good, and why. */
export const outFrame = z.strictObject({
  reason: z.enum([
    'removed',
    'left',
    'declined',
    'moved',
    'ended',
    'over',
    'signed-out',
    'outdated',
    'too-many-windows',
  ]),
});
export type OutFrame = z.infer<typeof outFrame>;

const bytes = (max: number) =>
  z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= max);

/** An update of the text of an exercise, as Yjs encodes it. */
export const codeBody = z.strictObject({ askId, update: bytes(CODE_LIMITS.update) });
export type CodeBody = z.infer<typeof codeBody>;
/** Which part of a text a reader has: a Yjs state vector. */
export const vectorBody = z.strictObject({ askId, vector: bytes(CODE_LIMITS.cursor) });
export type VectorBody = z.infer<typeof vectorBody>;
/** The part that a reader lacks, and the server's state vector. */
export type CodeMissing = { update: Uint8Array; vector: Uint8Array };

const position = z.string().max(CODE_LIMITS.place);
/** A cursor or a selection, as Yjs relative positions in JSON text; null when the window left the text. Never stored. */
export const cursorBody = z.strictObject({
  askId,
  /** The window's id. */
  clientId: z.int().min(0),
  at: z.strictObject({ anchor: position, head: position }).nullable(),
});
export type CursorBody = z.infer<typeof cursorBody>;
export const cursorFrame = cursorBody.extend({ memberId });
export type CursorFrame = z.infer<typeof cursorFrame>;

export interface ServerToClient {
  code: (frame: CodeBody) => void;
  cursor: (frame: CursorFrame) => void;
  full: (frame: FullFrame) => void;
  patch: (frame: PatchFrame) => void;
  presence: (frame: PresenceFrame) => void;
  head: (frame: HeadFrame) => void;
  out: (frame: OutFrame) => void;
}

export interface ClientToServer {
  command: (body: CommandBody, ack: (reply: Ack) => void) => void;
  /** An `ok` means that it is stored. */
  code: (body: CodeBody, ack: (reply: Ack) => void) => void;
  /** Answers null if it cannot answer now, or if this reader may not have it. */
  codeSync: (body: VectorBody, ack: (missing: CodeMissing | null) => void) => void;
  cursor: (body: CursorBody) => void;
  /** Asks for a `full` frame; it answers null if it cannot send one now. */
  sync: (ack: (frame: FullFrame | null) => void) => void;
  /** The server's time (ms), for measuring the offset of one's own clock; null if it cannot answer now. */
  time: (ack: (at: number | null) => void) => void;
}
