import { decide } from '../room/core/decide';
import type { Context, Decision, RoomCommand } from '../room/core/decision';
import { evolve } from '../room/core/evolve';
import type { RoomState } from '../room/core/state';

/** One command as the room got it. */
export interface Step extends Context {
  command: RoomCommand;
}

export interface Lived {
  step: Step;
  before: RoomState | null;
  decision: Decision;
  after: RoomState | null;
}

/** The outcome of each step; a rejected one leaves the room unchanged. */
export function live(steps: readonly Step[]): Lived[] {
  let state: RoomState | null = null;
  return steps.map((step) => {
    const lived = liveOne(state, step);
    state = lived.after;
    return lived;
  });
}

/** The outcome of one step. */
export function liveOne(before: RoomState | null, step: Step): Lived {
  const decision = decide(before, step.command, step);
  const events = decision.ok ? decision.events : [];
  const after = events.reduce<RoomState | null>((state, event) => evolve(state, event, step), before);
  return { step, before, decision, after };
}
