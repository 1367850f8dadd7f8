import { dueClosing } from '../home-reading';
import { dueOpening } from '../schedule';
import type { RoomEvent } from './events';
import type { RoomState } from './state';

/** What has to have happened by an instant (ms since the epoch), before anything else does or anybody looks. */
export function whatIsDue(state: RoomState, at: number): RoomEvent[] {
  return [...dueClosing(state, at), ...dueOpening(state, at)];
}
