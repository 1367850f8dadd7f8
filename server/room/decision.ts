import type { Command } from '../protocol/commands';
import type { RejectionCode } from '../protocol/rejections';
import type { Invite, RoomEvent } from './events';
import type { HeardBefore } from './plan';
import type { RoomState } from './state';

/** Asked by the program itself, not by a member over the wire. */
export type SystemCommand =
  /** Says what becomes the room's first event, as it is. */
  | ({ type: 'OpenRoom' } & Omit<Extract<RoomEvent, { type: 'RoomOpened' }>, 'type'>)
  | {
      type: 'JoinRoom';
      memberId: string;
      /** The person's own id first, then earlier ids of theirs. */
      principalIds: [string, ...string[]];
      name: string;
      tokenHash: string;
    }
  | { type: 'IssueInvite'; invite: Invite }
  | { type: 'RevokeInvite'; inviteId: string };

export type RoomCommand = Command | SystemCommand;

/** What comes in with a command: the server's clock (ms), who asks, and what the room itself cannot know. */
export interface Context {
  at: number;
  by: string | null;
  /** Null while the host is connected. */
  hostAwayMs: number | null;
  /** Asked for the start of a round alone. */
  heardBefore: HeardBefore;
}

export type Decision = { ok: true; events: RoomEvent[] } | { ok: false; code: RejectionCode };

export const nothing: Decision = { ok: true, events: [] };

export function accept(...events: RoomEvent[]): Decision {
  return { ok: true, events };
}

export function reject(code: RejectionCode): Decision {
  return { ok: false, code };
}

/** What the deciders of one command get: the state, who asks and when. */
export interface Asking {
  state: RoomState;
  by: string;
  at: number;
}
