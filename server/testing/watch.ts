import type { FullFrame, PatchFrame } from '../protocol/wire';
import { changesViewer, patchFrame } from '../room/core/frames';
import { type Channel, channelOf, type RoomState } from '../room/core/state';
import { fullFrame, presenceOf } from '../room/core/views';
import { type Lived, live, type Step } from './lives';

/**
 * Every byte that a member gets who is always connected: frames, presence, answers to their commands, and the whole view
 * after each of these and at the end.
 */
export function watch(steps: readonly Step[], viewer: string): string[] {
  const lives = live(steps);
  const last = lives.at(-1);
  const count = new Count();
  const frames = lives.flatMap((lived) => [...framesOf(lived, viewer, count), ...answerTo(lived, viewer)]);
  return last ? [...frames, whole(last, viewer)] : frames;
}

/** The frames of the connection so far. */
class Count {
  n = 0;
}

function answerTo(lived: Lived, viewer: string): string[] {
  const { step, decision } = lived;
  if (step.by !== viewer) return [];
  return [JSON.stringify({ answer: decision.ok ? 'ok' : decision.code }), whole(lived, viewer)];
}

function whole({ after }: Lived, viewer: string): string {
  return JSON.stringify(after && fullFrame(after, viewer, 0));
}

function framesOf({ before, after, step }: Lived, viewer: string, count: Count): string[] {
  if (!after || before === after) return [];
  const next = count.n + 1;
  const counted = before
    ? change(before, after, viewer, next, step.at)
    : fullFrame(after, viewer, step.at, next);
  if (counted) count.n = next;
  const frames = [counted, before ? presenceNews(before, after, viewer) : null];
  return frames.filter((frame) => frame !== null).map((frame) => JSON.stringify(frame));
}

function change(
  before: RoomState,
  after: RoomState,
  viewer: string,
  n: number,
  at: number,
): FullFrame | PatchFrame | null {
  if (changesViewer(before, after, viewer)) return fullFrame(after, viewer, at, n);
  return channelOf(after, viewer) && patchFrame(before, after, viewer, n, at);
}

function presenceNews(before: RoomState, after: RoomState, viewer: string): object | null {
  const channel = channelOf(after, viewer);
  const presence = channel && presenceFor(after, channel);
  if (!channel || changesViewer(before, after, viewer)) return presence;
  const isNews = JSON.stringify(presence) !== JSON.stringify(presenceFor(before, channel));
  return isNews ? presence : null;
}

function presenceFor(state: RoomState, channel: Channel): object | null {
  return channel === 'waiting' ? null : presenceOf(state, channel, new Map());
}
