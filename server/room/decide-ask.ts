import type { Command } from '../protocol/commands';
import { assertNever } from './assert-never';
import { type Asking, accept, type Decision, nothing, type RoomCommand, reject } from './decision';
import type { RoomEvent } from './events';
import { secondsOf } from './item-load';
import {
  type Ask,
  audienceOf,
  currentRound,
  heardItems,
  itemOf,
  liveAsk,
  type RoomState,
  type Round,
} from './state';

const ASK_COMMANDS = [
  'PushItem',
  'PushFollowUp',
  'PauseClock',
  'ResumeClock',
  'AddTime',
  'WithdrawAsk',
  'SkipAsk',
  'ReturnToAsk',
  'TakeMoment',
] as const;
type AskCommand = Extract<Command, { type: (typeof ASK_COMMANDS)[number] }>;

export function isAskCommand(command: RoomCommand): command is AskCommand {
  return ASK_COMMANDS.some((type) => type === command.type);
}

export function decideAsk({ state, by }: Asking, command: AskCommand): Decision {
  const round = currentRound(state);
  if (!round) return reject('no-round');
  if (round.phase !== 'asking') return reject('wrong-phase');
  if (command.type === 'PushItem') return push(state, round, command.itemId, command.liveAskId);
  if (command.type === 'ReturnToAsk') return returnTo(round, command.askId);
  const ask = liveAsk(round);
  if (ask?.askId !== command.askId) return reject('not-live');
  switch (command.type) {
    case 'PushFollowUp':
      return pushFollowUp(state, ask, command.followUpId);
    case 'TakeMoment':
      if (ask.clock.runningSince === null) return nothing;
      return accept({ type: 'ClockPaused', askId: ask.askId, moment: true });
    default:
      return mayControl(state, ask, by, command) ? control(ask, command) : reject('not-allowed');
  }
}

type ControlCommand = Exclude<
  AskCommand,
  { type: 'PushItem' | 'ReturnToAsk' | 'PushFollowUp' | 'TakeMoment' }
>;

/** The host and whoever asked steer an ask; the candidate ends a moment that they took. */
function mayControl(state: RoomState, ask: Ask, by: string, command: ControlCommand): boolean {
  if (audienceOf(state, by) === 'candidate') return command.type === 'ResumeClock' && ask.clock.moment;
  return state.hostId === by || ask.askedBy === by;
}

function control(ask: Ask, command: ControlCommand): Decision {
  const { askId, clock } = ask;
  switch (command.type) {
    case 'PauseClock':
      if (clock.runningSince === null && !clock.moment) return nothing;
      return accept({ type: 'ClockPaused', askId, moment: false });
    case 'ResumeClock':
      return clock.runningSince === null ? accept({ type: 'ClockResumed', askId }) : nothing;
    case 'AddTime':
      return accept({ type: 'TimeAdded', askId, ms: command.seconds * 1000 });
    case 'WithdrawAsk':
      return accept({ type: 'AskWithdrawn', askId });
    case 'SkipAsk':
      return accept({ type: 'AskSkipped', askId });
    default:
      return assertNever(command);
  }
}

function push(state: RoomState, round: Round, itemId: string, seenLiveAskId: string | null): Decision {
  const item = itemOf(state, itemId);
  if (!item) return reject('item-unknown');
  if (round.pool && !round.pool.includes(itemId)) return reject('not-in-pool');
  const heardHere = round.asks.some((ask) => ask.itemId === itemId);
  if (heardHere || (round.pool && heardItems(state).has(itemId))) return reject('already-heard');
  if (round.liveAskId !== seenLiveAskId) return reject('ask-changed');
  const asksSoFar = state.rounds.reduce((sum, other) => sum + other.asks.length, 0);
  return accept(...closed(round), {
    type: 'ItemPushed',
    askId: `a${asksSoFar + 1}`,
    itemId,
    targetMs: secondsOf(item, state.settings.targetSeconds) * 1000,
  });
}

function closed(round: Round): RoomEvent[] {
  return round.liveAskId === null ? [] : [{ type: 'AskClosed', askId: round.liveAskId }];
}

function returnTo(round: Round, askId: string): Decision {
  const ask = round.asks.find((other) => other.askId === askId);
  if (!ask) return reject('not-found');
  if (ask.status === 'live') return nothing;
  return accept(...closed(round), { type: 'AskReturned', askId });
}

function pushFollowUp(state: RoomState, ask: Ask, followUpId: string): Decision {
  const known = itemOf(state, ask.itemId)?.followUps.some((followUp) => followUp.id === followUpId);
  if (!known) return reject('not-found');
  if (ask.followUps.some((pushed) => pushed.followUpId === followUpId)) return nothing;
  return accept({ type: 'FollowUpPushed', askId: ask.askId, followUpId });
}
