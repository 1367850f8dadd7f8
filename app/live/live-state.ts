import type { Mine } from '@/server/protocol/mine';
import type { Known } from '@/server/protocol/replica';
import type { CandidateView, HostView, View, WaitingView } from '@/server/protocol/views';
import type { ConnectionRejectionCode, OutFrame, PresenceFrame } from '@/server/protocol/wire';
import type { Audience } from '@/server/protocol/words';
import type { QueuedCommand } from './queue-store';

export type StopReason = OutFrame['reason'] | Exclude<ConnectionRejectionCode, 'unavailable'>;

export type Connection =
  /** Not there yet: nothing of the room is known. `slow`: for so long that something may be in the way. */
  | { kind: 'connecting'; slow: boolean }
  | { kind: 'live' }
  /** Cut, and trying again. What is done meanwhile is kept. */
  | { kind: 'reconnecting' }
  /** This machine itself has no network. */
  | { kind: 'offline' }
  /** Over for this page, for a reason that waiting does not mend. */
  | { kind: 'stopped'; reason: StopReason };

/** All parts of a view that anybody may get; what one gets depends on the audience. */
export type RoomView = Partial<HostView & CandidateView>;

/** Everything that the screens know. Each part keeps its identity for as long as it does not change. */
export interface LiveState {
  connection: Connection;
  audience: Audience | null;
  view: RoomView;
  /** All that somebody at the door knows; null once admitted. */
  waiting: WaitingView['room'] | null;
  /** One's own part with everything pending already in it; null until the first frame. */
  mine: Mine | null;
  presence: PresenceFrame | null;
  pending: readonly QueuedCommand[];
  /** The server is there and cannot save just now. What is pending is tried again. */
  held: boolean;
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
};

const isWaiting = (view: View): view is WaitingView => 'hostName' in view.room;

export function withKnown(state: LiveState, { audience, view }: Known): LiveState {
  return isWaiting(view)
    ? { ...state, audience, view: {}, waiting: view.room }
    : { ...state, audience, view, waiting: null };
}
