import type { Command, CommandType } from '../../protocol/commands';
import { commands as alone } from '../alone';
import { commands as asking } from '../asking';
import { commands as checks } from '../checks';
import { commands as clock } from '../clock';
import { commands as closing } from '../closing';
import { commands as code } from '../code';
import { commands as feedback, systemDeciders as feedbackSystem } from '../feedback';
import { commands as finds } from '../finds';
import { commands as greenRoom } from '../green-room';
import { commands as homeReading } from '../home-reading';
import { commands as host } from '../host';
import { systemDeciders as invites } from '../invites';
import { commands as joining, systemDeciders as joiningSystem } from '../joining';
import { commands as late } from '../late';
import { commands as listening } from '../listening';
import { commands as names } from '../names';
import { commands as notes, systemDeciders as notesSystem } from '../notes';
import { commands as people } from '../people';
import { commands as publishing } from '../publishing';
import { commands as rating } from '../rating';
import { commands as returning, systemDeciders as returningSystem } from '../returning';
import { automaticReveals, commands as reveal } from '../reveal';
import { commands as round } from '../round';
import { commands as schedule, systemDeciders as scheduleSystem } from '../schedule';
import { commands as setup, systemDeciders as setupSystem } from '../setup';
import { commands as sideChannel } from '../side-channel';
import { commands as takingBack } from '../taking-back';
import { openedVerdicts, commands as verdicts } from '../verdicts';
import { commands as warmUp } from '../warm-up';
import type { Commands, Consequence, SystemDeciders } from './concept';
import {
  type Context,
  type Decision,
  nothing,
  type RoomCommand,
  reject,
  type SystemCommand,
} from './decision';
import { whatIsDue } from './due';
import type { RoomEvent } from './events';
import { evolve } from './evolve';
import { audienceOf, isInSeat, memberOf, type RoomState } from './state';

/** Every command of a member. A command that no concept takes does not compile. */
export const COMMANDS: Commands<CommandType> = {
  ...setup,
  ...schedule,
  ...joining,
  ...people,
  ...host,
  ...round,
  ...asking,
  ...clock,
  ...code,
  ...checks,
  ...finds,
  ...homeReading,
  ...listening,
  ...notes,
  ...rating,
  ...reveal,
  ...sideChannel,
  ...greenRoom,
  ...alone,
  ...verdicts,
  ...warmUp,
  ...returning,
  ...names,
  ...late,
  ...takingBack,
  ...closing,
  ...feedback,
  ...publishing,
};

export const SYSTEM_DECIDERS: SystemDeciders = {
  ...setupSystem,
  ...joiningSystem,
  ...invites,
  ...returningSystem,
  ...scheduleSystem,
  ...notesSystem,
  ...feedbackSystem,
};

/** In this order: verdicts may wait for an ask to open, but no ask waits for verdicts. */
const CONSEQUENCES: readonly Consequence[] = [automaticReveals, openedVerdicts];

/** The events that a command makes, or its rejection. */
export function decide(before: RoomState | null, command: RoomCommand, context: Context): Decision {
  const outcome = carryOut(before, command, context);
  return outcome.ok ? { ok: true, events: outcome.events } : outcome;
}

/** The events of a command, and the state after them; null if there is no room. */
export type Outcome =
  | { ok: true; events: RoomEvent[]; after: RoomState | null }
  | Extract<Decision, { ok: false }>;

/**
 * What a command leads to. Pure: time, ids and presence arrive with the command. The events include what was due before it,
 * and what follows automatically (everyone has rated, all verdicts are in).
 */
export function carryOut(before: RoomState | null, command: RoomCommand, context: Context): Outcome {
  const due = before ? whatIsDue(before, context.at) : [];
  const state = evolved(before, due, context);
  const decision = isSystemCommand(command)
    ? decideSystem(command.type, state, command, context)
    : decideMember(command.type, state, command, context);
  if (!decision.ok) return decision;
  const after = evolved(state, decision.events, context);
  const consequences =
    after && decision.events.length > 0 ? CONSEQUENCES.flatMap((follows) => follows(after)) : [];
  return {
    ok: true,
    events: [...due, ...decision.events, ...consequences],
    after: evolved(after, consequences, context),
  };
}

function evolved(state: RoomState | null, events: readonly RoomEvent[], context: Context): RoomState | null {
  return events.reduce<RoomState | null>((now, event) => evolve(now, event, context), state);
}

function isSystemCommand(command: RoomCommand): command is SystemCommand {
  return Object.hasOwn(SYSTEM_DECIDERS, command.type);
}

type SystemType = SystemCommand['type'];

function decideSystem<T extends SystemType>(
  type: T,
  state: RoomState | null,
  command: { [K in SystemType]: Extract<SystemCommand, { type: K }> }[T],
  context: Context,
): Decision {
  return SYSTEM_DECIDERS[type](state, command, context);
}

function decideMember<T extends CommandType>(
  type: T,
  state: RoomState | null,
  command: { [K in CommandType]: Extract<Command, { type: K }> }[T],
  context: Context,
): Decision {
  if (!state || context.by === null) return reject('not-a-member');
  const { by } = context;
  // It was sent again, and took effect the first time.
  if (type === 'LeaveRoom' && memberOf(state, by)?.status === 'left') return nothing;
  return (
    permissionProblem(state, context.at, by, type) ??
    COMMANDS[type].decide({ ...context, state, by }, command)
  );
}

/** Checks permission before anything else, so that no rejection tells a member what they may not know. */
function permissionProblem(state: RoomState, at: number, by: string, type: CommandType): Decision | null {
  const { may, seatOnly, afterEnd } = COMMANDS[type];
  const member = memberOf(state, by);
  if (!member || member.status === 'declined' || member.status === 'left') return reject('not-a-member');
  const audience = audienceOf(state, by);
  if (audience === null) return reject('removed');
  if (!may.includes(audience)) return reject(audience === 'waiting' ? 'not-admitted' : 'not-allowed');
  if (audience === 'candidate' && seatOnly && !isInSeat(state, by)) return reject('not-allowed');
  if (state.tryOut && at >= state.tryOut.until) return reject('room-ended');
  if (state.phase === 'ended' && !afterEnd) return reject('room-ended');
  return null;
}
