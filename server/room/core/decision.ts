import type { Command } from '../../protocol/commands';
import type { RejectionCode } from '../../protocol/rejections';
import type { FeedbackCommand } from '../feedback';
import type { InviteCommand } from '../invites';
import type { JoiningCommand } from '../joining';
import type { NoteCommand } from '../notes';
import type { ReturnCommand } from '../returning';
import type { DueCommand } from '../schedule';
import type { SetupCommand } from '../setup';
import type { RoomEvent } from './events';
import type { Invite } from './state';

/** Sent by the program itself, not by a member over the wire. */
export type SystemCommand =
  | SetupCommand
  | JoiningCommand
  | InviteCommand
  | ReturnCommand
  | DueCommand
  | NoteCommand
  | FeedbackCommand;

export type RoomCommand = Command | SystemCommand;

/** By item: the members of this room who heard it in an earlier room. */
export type HeardBefore = ReadonlyMap<string, readonly string[]>;

export const NOTHING_HEARD: HeardBefore = new Map();

/** What arrives with a command: the server's clock (ms), who sent it, and what the room itself cannot know. */
export interface Context {
  at: number;
  by: string | null;
  /** Null while the host is connected; `unknown` while no process can tell. */
  hostAwayMs: number | 'unknown' | null;
  /** How long the member has been away whose seat is given; looked up only for `GiveSeat`, and `unknown` without it. */
  seatAwayMs?: number | 'unknown' | null;
  /** Looked up only for the start of a round. */
  heardBefore: HeardBefore;
  /** The random number that names the next round. Without it rounds are counted. */
  roundKey?: number;
  /** Unused invites, one for each role, to replace those that somebody should no longer know. Without one the old one just ends. */
  spareInvites?: readonly Invite[];
}

export type Decision = { ok: true; events: RoomEvent[] } | { ok: false; code: RejectionCode };

export const nothing: Decision = { ok: true, events: [] };

export function accept(...events: RoomEvent[]): Decision {
  return { ok: true, events };
}

export function reject(code: RejectionCode): Decision {
  return { ok: false, code };
}
