import type { MineFrame, SlicesFrame } from '../protocol/wire';
import { audienceOf, type Channel, channelOf, membersIn, type RoomState } from './core/state';
import { mineOf } from './view-mine';
import { viewOf } from './views';

/** What a channel is told of a change: the slices that differ, whole; null when no event touched it. */
export function slicesFrame(
  before: RoomState,
  after: RoomState,
  channel: Channel,
  at: number,
): SlicesFrame | null {
  const prev = before.heads.shared[channel];
  const seq = after.heads.shared[channel];
  if (prev === seq) return null;
  return { prev, seq, slices: changedSlices(viewOf(before, channel), viewOf(after, channel)), at };
}

/** What a person is told of their own part; null when no event touched it. */
export function mineFrame(
  before: RoomState,
  after: RoomState,
  memberId: string,
  at: number,
): MineFrame | null {
  const prev = before.heads.mine[memberId] ?? 0;
  const seq = after.heads.mine[memberId] ?? 0;
  const mine = prev === seq ? null : mineOf(after, memberId);
  return mine && { prev, seq, mine, at };
}

/** Whether a change makes a member another kind of viewer, who needs the whole view. */
export function changesViewer(before: RoomState, after: RoomState, memberId: string): boolean {
  return (
    channelOf(before, memberId) !== channelOf(after, memberId) ||
    audienceOf(before, memberId) !== audienceOf(after, memberId)
  );
}

/** Whether a change adds somebody to the people that everybody sees, or takes somebody away. */
export function changesPeople(before: RoomState, after: RoomState): boolean {
  const ids = (state: RoomState) => membersIn(state).map((member) => member.memberId);
  return before.members !== after.members && ids(before).join() !== ids(after).join();
}

function changedSlices(before: object, after: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(after).filter(([name, slice]) => {
      const old: unknown = Reflect.get(before, name);
      return old !== slice && JSON.stringify(old) !== JSON.stringify(slice);
    }),
  );
}
