import { z } from 'zod';
import type { CommandBody } from './commands';
import { askId, memberId, roomId } from './ids';
import { mine } from './mine';
import type { Operation } from './patch';
import type { RejectionCode } from './rejections';
import type { View } from './views';
import { AUDIENCES, CODE_LIMITS } from './words';

/** Sent in Socket.IO's `auth`. The person is known by the sign-in cookie alone. */
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

export type Ack = { ok: true } | { ok: false; code: RejectionCode; message: string };

/**
 * The whole of what a connection may see. `n` counts the `full` and `patch` frames of one connection: 1, 2, 3, … without
 * a gap. It says how often this viewer was told something, and nothing else.
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

/** What changed of the view, and of the person's own part, since the frame before. */
export const patchFrame = z.strictObject({
  n: z.int().min(2),
  view: z.array(operation).optional(),
  mine: z.array(operation).optional(),
  at: z.number(),
});
export type PatchFrame = z.infer<typeof patchFrame>;

/**
 * Who of the visible members is connected, and since when (ms) others are away. Whoever is in neither list cannot be seen just
 * now: they may be connected to another process of this deployment.
 */
export const presenceFrame = z.strictObject({
  here: z.array(memberId),
  away: z.array(z.strictObject({ id: memberId, since: z.number() })),
});
export type PresenceFrame = z.infer<typeof presenceFrame>;

/** Every few seconds, so that a lost last frame is noticed: the `n` of the last one that was sent. */
export const headFrame = z.strictObject({ n: z.int(), at: z.number() });
export type HeadFrame = z.infer<typeof headFrame>;

/** The connection ends for good, and why. */
export const outFrame = z.strictObject({
  reason: z.enum(['removed', 'left', 'declined', 'moved', 'signed-out', 'outdated', 'too-many-windows']),
});
export type OutFrame = z.infer<typeof outFrame>;

const bytes = (max: number) =>
  z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= max);

/** An update of the text of an exercise, as Yjs encodes it. */
export const codeBody = z.strictObject({ askId, update: bytes(CODE_LIMITS.update) });
export type CodeBody = z.infer<typeof codeBody>;
/** What a reader has of a text: a Yjs state vector. */
export const vectorBody = z.strictObject({ askId, vector: bytes(CODE_LIMITS.cursor) });
export type VectorBody = z.infer<typeof vectorBody>;
/** What a reader lacks of it, and the state vector that the server has. */
export type CodeMissing = { update: Uint8Array; vector: Uint8Array };

const position = z.string().max(CODE_LIMITS.cursor / 8);
/** A cursor, or a selection, by Yjs relative positions as JSON text; null where the window left the text. Never stored. */
export const cursorBody = z.strictObject({
  askId,
  /** Of the window. */
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
  /** Stored when it is answered ok. */
  code: (body: CodeBody, ack: (reply: Ack) => void) => void;
  /** Null: not now, or not for this reader. */
  codeSync: (body: VectorBody, ack: (missing: CodeMissing | null) => void) => void;
  cursor: (body: CursorBody) => void;
  /** Asks for a `full` frame; null: not now. */
  sync: (ack: (frame: FullFrame | null) => void) => void;
  /** The server's time (ms), to measure the offset of one's own clock; null: not now. */
  time: (ack: (at: number | null) => void) => void;
}
