import { difference, type Operation } from '../../protocol/patch';
import type { View } from '../../protocol/views';
import type { PatchFrame } from '../../protocol/wire';
import { mineOf, wroteNothing } from './mine';
import { remembered } from './remembered';
import { sceneOf } from './scene';
import { audienceOf, type Channel, channelOf, membersIn, type RoomState } from './state';
import { hostOnly, panelView, viewOf } from './views';

/** How a change looks to a channel: nothing if its view is the same. */
export function viewChange(before: RoomState, after: RoomState, channel: Channel): Operation[] {
  if (channel !== 'host') return changeOf(viewOf(after, channel), viewOf(before, channel));
  const panel = changeOf(panelView(after), panelView(before));
  const own = difference(hostOnly(sceneOf(before)), hostOnly(sceneOf(after)));
  return own.length === 0 ? panel : [...panel, ...own];
}

/** Gives the same list for the same two views, so that what the host and the panel share is compared and encoded once. */
function changeOf(after: View, before: View): Operation[] {
  return after === before ? NONE : differenceOf(after, before);
}

const NONE: Operation[] = [];

const differenceOf = remembered(
  (after: View, before: View) => [after, before],
  (after, before): Operation[] => difference(before, after),
);

/** How a change looks in a person's own part. */
export function mineChange(before: RoomState, after: RoomState, memberId: string): Operation[] {
  if (sceneOf(before) === sceneOf(after) && wroteNothing(before, after, memberId)) return NONE;
  return difference(mineOf(before, memberId), mineOf(after, memberId));
}

/** What a change tells a member who stays the same kind of viewer; null when it tells them nothing. */
export function patchFrame(
  before: RoomState,
  after: RoomState,
  memberId: string,
  n: number,
  at: number,
): PatchFrame | null {
  const channel = channelOf(after, memberId);
  const view = channel ? viewChange(before, after, channel) : [];
  const mine = mineChange(before, after, memberId);
  if (view.length === 0 && mine.length === 0) return null;
  return { n, ...(view.length > 0 && { view }), ...(mine.length > 0 && { mine }), at };
}

/** Whether a change makes a member another kind of viewer, who needs the whole view. */
export function changesViewer(before: RoomState, after: RoomState, memberId: string): boolean {
  return (
    channelOf(before, memberId) !== channelOf(after, memberId) ||
    audienceOf(before, memberId) !== audienceOf(after, memberId)
  );
}

/** Whether a change adds somebody to the people in the room, or takes somebody away. */
export function changesPeople(before: RoomState, after: RoomState): boolean {
  const ids = (state: RoomState) => membersIn(state).map((member) => member.memberId);
  return before.members !== after.members && ids(before).join() !== ids(after).join();
}
