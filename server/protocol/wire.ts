import { z } from 'zod';
import type { CommandBody } from './commands';
import { memberId, roomId } from './ids';
import { mine } from './mine';
import type { RejectionCode } from './rejections';
import type { HostView, PanelView, View } from './views';
import { AUDIENCES } from './words';

/** Sent in Socket.IO's `auth`. The person is known by the sign-in cookie alone. */
export const handshake = z.strictObject({
  roomId,
  version: z.int(),
  /** The id of the bank that this client still holds: the first `full` comes without it while it is the same. */
  bank: z.string().max(60).optional(),
});

/** Why a connection was refused: in `connect_error`'s `data.code`. */
export type RefusalCode =
  | 'signed-out'
  | 'outdated'
  | 'not-a-member'
  | 'removed'
  | 'bad-handshake'
  | 'not-found'
  | 'unavailable';

export type Ack = { ok: true } | { ok: false; code: RejectionCode; message: string };

/**
 * The whole of what a connection may see. `seq` counts the changes that this audience was ever told of, and
 * `mineSeq` those of the person's own part: neither moves with what the viewer may not know.
 */
export const fullFrame = z.strictObject({
  audience: z.enum(AUDIENCES),
  seq: z.int(),
  slices: z.record(z.string(), z.unknown()),
  /** `slices` comes without the bank, since the client holds it. */
  bankKept: z.boolean(),
  mineSeq: z.int(),
  mine,
  at: z.number(),
});
export type FullFrame = Omit<z.infer<typeof fullFrame>, 'slices'> & { slices: View | WithoutBank };
/** Of a panel, when `bankKept`. */
export type WithoutBank = Omit<PanelView, 'bank'> | Omit<HostView, 'bank'>;

/** The slices that changed between `prev` and `seq`. `prev` other than one's own seq: ask for the whole. */
export const slicesFrame = z.strictObject({
  prev: z.int(),
  seq: z.int(),
  slices: z.record(z.string(), z.unknown()),
  at: z.number(),
});
export type SlicesFrame = z.infer<typeof slicesFrame>;

export const mineFrame = z.strictObject({ prev: z.int(), seq: z.int(), mine, at: z.number() });
export type MineFrame = z.infer<typeof mineFrame>;

/** Who of the visible members is connected, and since when (ms) the others are away. */
export const presenceFrame = z.strictObject({
  here: z.array(memberId),
  away: z.array(z.strictObject({ id: memberId, since: z.number() })),
});
export type PresenceFrame = z.infer<typeof presenceFrame>;

/** Every few seconds, so that a lost last frame is noticed. */
export const headFrame = z.strictObject({ seq: z.int(), mineSeq: z.int(), at: z.number() });
export type HeadFrame = z.infer<typeof headFrame>;

/** The connection ends for good, and why. */
export const outFrame = z.strictObject({
  reason: z.enum(['removed', 'left', 'declined', 'signed-out', 'outdated', 'too-many-windows']),
});
export type OutFrame = z.infer<typeof outFrame>;

export interface ServerToClient {
  full: (frame: FullFrame) => void;
  slices: (frame: SlicesFrame) => void;
  mine: (frame: MineFrame) => void;
  presence: (frame: PresenceFrame) => void;
  head: (frame: HeadFrame) => void;
  out: (frame: OutFrame) => void;
}

export interface ClientToServer {
  command: (body: CommandBody, ack: (reply: Ack) => void) => void;
  /** Asks for a `full` frame; null: not now. */
  sync: (ack: (frame: FullFrame | null) => void) => void;
  /** The server's time (ms), to measure the offset of one's own clock; null: not now. */
  time: (ack: (at: number | null) => void) => void;
}
