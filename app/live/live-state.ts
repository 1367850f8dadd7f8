import type { Mine } from '@/server/protocol/mine';
import type { Known } from '@/server/protocol/replica';
import type { CandidateView, HostView, View, WaitingView } from '@/server/protocol/views';
import type { ConnectionRejectionCode, OutFrame, PresenceFrame } from '@/server/protocol/wire';
import type { Audience } from '@/server/protocol/words';
import type { QueuedCommand } from './queue-store';

export type StopReason = OutFrame['reason'] | Exclude<ConnectionRejectionCode, 'unavailable'>;

export type Connection =
  /** Not connected yet: nothing is known about the room. `slow`: it takes so long that something may block it. */
  | { kind: 'connecting'; slow: boolean }
  | { kind: 'live' }
  /** The connection is lost and is being restored. Commands are kept meanwhile. `slow` as above. */
  | { kind: 'reconnecting'; slow: boolean }
  /** This device has no network. */
  | { kind: 'offline' }
  /** Over for this page, for a reason that does not go away by waiting. */
  | { kind: 'stopped'; reason: StopReason };

/** All parts of all views; which of them a person gets depends on their audience. */
export type RoomView = Partial<HostView & CandidateView>;

/** Everything that the screens know. A part stays the same object until it changes. */
export interface LiveState {
  connection: Connection;
  audience: Audience | null;
  view: RoomView;
  /** Everything that a waiting person knows; null once they are let in. */
  waiting: WaitingView['room'] | null;
  /** One's own part, including pending commands; null until the first frame. */
  mine: Mine | null;
  presence: PresenceFrame | null;
  pending: readonly QueuedCommand[];
  /** The server is there but cannot save right now. Pending commands are sent again. */
  held: boolean;
  /** Finds the reason for that in the server's log; null if there is none. */
  reference: string | null;
  /** How many of this page's commands the room has accepted. */
  accepted: number;
}

export const nothingYet: LiveState = {
  connection: { kind: 'connecting', slow: false },
  audience: null,
  view: {},
  waiting: null,
  mine: null,
  presence: null,
  pending: [],
  held: false,
  reference: null,
  accepted: 0,
};

const isWaiting = (view: View): view is WaitingView => 'hostName' in view.room;

export function withKnown(state: LiveState, { audience, view }: Known): LiveState {
  return isWaiting(view)
    ? { ...state, audience, view: {}, waiting: view.room }
    : { ...state, audience, view, waiting: null };
}
