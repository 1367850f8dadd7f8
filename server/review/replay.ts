import { difference, type Operation } from '../protocol/patch';
import type { Replay, ReplayFrame, ReplayKind } from '../protocol/replay';
import type { RoomEvent } from '../room/core/events';
import { evolve } from '../room/core/evolve';
import { mineOf } from '../room/core/mine';
import { audienceOf, channelOf, type RoomState } from '../room/core/state';
import { viewOf } from '../room/core/views';
import { isOver } from '../room/rules';

/** One stored event with its command: people saw the effects of one command at once. */
export interface LoggedEvent {
  seq: number;
  commandId: string;
  at: number;
  by: string | null;
  event: RoomEvent;
}

/**
 * A round as one member saw it: their view of the state after each command, from the same functions as in the live
 * room. A command that changed neither their view nor their own part leaves no trace, no gap and no number.
 */
export function replayOf(log: readonly LoggedEvent[], roundId: string, memberId: string): Replay | null {
  const steps = replaying(log, roundId, memberId);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same, but pauses after each command, so that its caller can let others have a turn. */
export function* replaying(
  log: readonly LoggedEvent[],
  roundId: string,
  memberId: string,
): Generator<void, Replay | null> {
  let state: RoomState | null = null;
  let last: Seen | null = null;
  let isOfRound = false;
  const frames: ReplayFrame[] = [];
  for (const command of commandsOf(log)) {
    yield;
    const ends = state ? hasEnded(state, roundId) : false;
    for (const { event, at, by } of command) {
      state = evolve(state, event, { at, by });
      if (event.type === 'RoundStarted') isOfRound = event.roundId === roundId;
    }
    const at = command[0]?.at ?? 0;
    if (!state || !isOfRound || ends) continue;
    const seen = seenBy(state, memberId);
    const frame = frameOf(last, seen, at);
    if (frame) frames.push(frame);
    last = seen;
  }
  const startedAt = state?.rounds.find((round) => round.roundId === roundId)?.startedAt;
  return frames.length > 0 && startedAt !== undefined ? { startedAt, frames } : null;
}

/** The command that closes the round, or publishes it where it was not closed before, is its last. */
function hasEnded(state: RoomState, roundId: string): boolean {
  return state.rounds.some((round) => round.roundId === roundId && isOver(round.phase));
}

function* commandsOf(log: readonly LoggedEvent[]): Generator<LoggedEvent[]> {
  let command: LoggedEvent[] = [];
  for (const logged of log) {
    if (command.length > 0 && command[0]?.commandId !== logged.commandId) {
      yield command;
      command = [];
    }
    command.push(logged);
  }
  if (command.length > 0) yield command;
}

type Seen = Required<Pick<ReplayFrame, 'whole'>>['whole'] | null;

function seenBy(state: RoomState, memberId: string): Seen {
  const audience = audienceOf(state, memberId);
  const channel = channelOf(state, memberId);
  const mine = mineOf(state, memberId);
  if (audience === null || channel === null || mine === null) return null;
  return { audience, view: viewOf(state, channel), mine };
}

function frameOf(before: Seen, after: Seen, at: number): ReplayFrame | null {
  if (!after) return null;
  if (!before || before.audience !== after.audience)
    return { at, kinds: before ? ['other'] : ['phase'], whole: after };
  const view = difference(before.view, after.view);
  const mine = difference(before.mine, after.mine);
  if (view.length === 0 && mine.length === 0) return null;
  const all = [...new Set([...view, ...mine].flatMap(kindsOf))];
  // Counts that change along with something else are no moment of their own.
  const known = all.filter((kind) => kind !== 'other');
  const kinds: ReplayKind[] = known.length > 0 ? known : ['other'];
  return { at, kinds, ...(view.length > 0 && { view }), ...(mine.length > 0 && { mine }) };
}

/** What a change is about, only from its place in the view: a mark on the scrubber says no more than the view does. */
const KINDS: readonly (readonly [RegExp, ReplayKind])[] = [
  [/^\/round(\/phase)?$/, 'phase'],
  [/^\/(prompt|live|asks\/liveAskId)(\/askId)?$/, 'question'],
  [/^\/asks\/asks\/[^/]+\/pushedFollowUps|^\/prompt\/followUps/, 'follow-up'],
  [/^\/clock/, 'clock'],
  [/^\/(code|codes\/asks\/[^/]+)\/hints/, 'hint'],
  [/^\/codes?(\/|$)|^\/asks\/[^/]+\/finds/, 'code'],
  [/^\/asks\/[^/]+\/ticks/, 'tick'],
  [/^\/asks\/[^/]+\/stars/, 'star'],
  [/^\/asks\/[^/]+\/notes|^\/reveals\/reveals\/[^/]+\/notes/, 'note'],
  [/^\/asks\/[^/]+\/(first|second)|^\/asks\/asks\/[^/]+\/rated$|^\/selfRatings/, 'rating'],
  [/^\/reveals\/reveals\/[^/]+$/, 'reveal'],
  [/^\/reveals\//, 'rating'],
  [/^\/verdicts?(\/|$)/, 'verdict'],
  [/^\/reflection/, 'reflection'],
  [/^\/decision(\/|$)/, 'decision'],
  [/^\/channel/, 'message'],
];

function kindsOf(operation: Operation): ReplayKind[] {
  const { path } = operation;
  // With the first thing that somebody writes on an ask, their whole part of it appears.
  if (operation.op === 'add' && /^\/asks\/[^/]+$/.test(path))
    return Object.entries(operation.value ?? {}).flatMap(([part, written]) =>
      isEmpty(written) ? [] : KINDS.flatMap(([place, kind]) => (place.test(`${path}/${part}`) ? [kind] : [])),
    );
  return [KINDS.find(([place]) => place.test(path))?.[1] ?? 'other'];
}

const isEmpty = (written: unknown) =>
  written === null || typeof written !== 'object' || Object.keys(written).length === 0;
