import { type Channel, channelOf, type RoomState } from '../room/core/state';
import { changesViewer, mineFrame, slicesFrame } from '../room/frames';
import { fullFrame, presenceOf } from '../room/views';
import { type Lived, live, type Step } from './lives';

/**
 * Every byte that a member gets who is connected all the time: frames, presence, answers to their commands, and the
 * whole view after each of these and at the end.
 */
export function watch(steps: readonly Step[], viewer: string): string[] {
  const lives = live(steps);
  const last = lives.at(-1);
  const frames = lives.flatMap((lived) => [...framesOf(lived, viewer), ...answerTo(lived, viewer)]);
  return last ? [...frames, whole(last, viewer)] : frames;
}

function answerTo(lived: Lived, viewer: string): string[] {
  const { step, decision } = lived;
  if (step.by !== viewer) return [];
  return [JSON.stringify({ answer: decision.ok ? 'ok' : decision.code }), whole(lived, viewer)];
}

function whole({ after }: Lived, viewer: string): string {
  return JSON.stringify(after && fullFrame(after, viewer, 0));
}

function framesOf({ before, after, step }: Lived, viewer: string): string[] {
  if (!after || before === after) return [];
  const frames = before ? changes(before, after, viewer, step.at) : [fullFrame(after, viewer, step.at)];
  return frames.filter((frame) => frame !== null).map((frame) => JSON.stringify(frame));
}

function changes(before: RoomState, after: RoomState, viewer: string, at: number): (object | null)[] {
  const channel = channelOf(after, viewer);
  const presence = channel === null ? null : presenceFor(after, channel);
  if (changesViewer(before, after, viewer)) return [fullFrame(after, viewer, at), presence];
  if (channel === null) return [];
  const isNews = JSON.stringify(presence) !== JSON.stringify(presenceFor(before, channel));
  const frames = [slicesFrame(before, after, channel, at), mineFrame(before, after, viewer, at)];
  return [...frames, isNews ? presence : null];
}

function presenceFor(state: RoomState, channel: Channel): object | null {
  return channel === 'waiting' ? null : presenceOf(state, channel, new Map());
}
