import type { ClockSlice } from '../protocol/view-asking';
import { onAsk } from './core/change';
import { type Commands, candidate, type Evolvers, panel } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { type OnAsk, onLiveAsk } from './core/occasions';
import { audienceOf, currentRound, liveAsk, type Scene } from './core/state';
import { maySteer, usedMs } from './rules';

/** The live ask's clock, which the panel steers, and the moments that the candidate takes. */

export type ClockEvent =
  | { type: 'ClockPaused'; askId: string; moment: boolean }
  | { type: 'ClockResumed'; askId: string }
  | { type: 'TimeAdded'; askId: string; ms: number };

interface Clock {
  targetMs: number;
  /** `usedMs` in `rules.ts` adds the time since `runningSince`. */
  elapsedMs: number;
  /** Milliseconds since the epoch; null while it is paused. */
  runningSince: number | null;
  /** The candidate paused it, and can resume it. */
  moment: boolean;
}

export interface ClockPart {
  clock: Clock;
}

export function started(targetMs: number, at: number): Clock {
  return { targetMs, elapsedMs: 0, runningSince: at, moment: false };
}

export const commands: Commands<'PauseClock' | 'ResumeClock' | 'AddTime' | 'TakeMoment'> = {
  PauseClock: {
    may: panel,
    decide: onLiveAsk((occasion, { askId }) => {
      if (!steersClock(occasion)) return reject('not-allowed');
      const { clock } = occasion.ask;
      if (clock.runningSince === null && !clock.moment) return nothing;
      return accept({ type: 'ClockPaused', askId, moment: false });
    }),
  },
  ResumeClock: {
    may: [...panel, 'candidate'],
    seatOnly: true,
    decide: onLiveAsk((occasion, { askId }) => {
      if (!steersClock(occasion)) return reject('not-allowed');
      return occasion.ask.clock.runningSince === null ? accept({ type: 'ClockResumed', askId }) : nothing;
    }),
  },
  AddTime: {
    may: panel,
    decide: onLiveAsk((occasion, { askId, seconds }) =>
      steersClock(occasion)
        ? accept({ type: 'TimeAdded', askId, ms: seconds * 1000 })
        : reject('not-allowed'),
    ),
  },
  TakeMoment: {
    may: candidate,
    seatOnly: true,
    decide: onLiveAsk(({ ask }, { askId }) =>
      ask.clock.runningSince === null ? nothing : accept({ type: 'ClockPaused', askId, moment: true }),
    ),
  },
};

/** The people who steer an ask steer its clock; the candidate ends a moment that they took. */
function steersClock({ state, by, ask }: OnAsk): boolean {
  const audience = audienceOf(state, by);
  return audience === 'candidate' ? ask.clock.moment : maySteer(audience, by, ask.askedBy);
}

export const evolvers: Evolvers<ClockEvent> = {
  ClockPaused: onAsk((ask, { moment }, { at }) => ({ ...ask, clock: { ...stopped(ask.clock, at), moment } })),
  ClockResumed: onAsk((ask, _, { at }) => ({
    ...ask,
    clock: { ...ask.clock, runningSince: at, moment: false },
  })),
  TimeAdded: onAsk((ask, { ms }) => ({
    ...ask,
    clock: { ...ask.clock, targetMs: ask.clock.targetMs + ms },
  })),
};

export function stopped(clock: Clock, at: number): Clock {
  return { ...clock, elapsedMs: usedMs(clock, at), runningSince: null, moment: false };
}

export function clockSlice(state: Scene): ClockSlice {
  const ask = liveAsk(currentRound(state));
  if (!ask) return null;
  const { targetMs, elapsedMs, runningSince, moment } = ask.clock;
  return { askId: ask.askId, targetMs, elapsedMs, runningSince, moment };
}
