import type { Command } from '../protocol/commands';
import { assertNever } from './assert-never';
import { consequences } from './consequences';
import { decideAsk, isAskCommand } from './decide-ask';
import { decideListening, isListeningCommand } from './decide-listening';
import { decidePeople, isPeopleCommand } from './decide-people';
import { decideRound, isRoundCommand } from './decide-round';
import { decideSystem, isSystemCommand } from './decide-system';
import { type Context, type Decision, type RoomCommand, reject } from './decision';
import { MAY, MAY_AFTER_END, SEAT_ONLY } from './permissions';
import { audienceOf, isInSeat, memberOf, type RoomState } from './state';

/**
 * What a command makes happen, or why not. Pure: time, ids and presence come in with the command. The events
 * include what follows of itself (everybody has rated, all verdicts are in).
 */
export function decide(state: RoomState | null, command: RoomCommand, context: Context): Decision {
  const decision = isSystemCommand(command)
    ? decideSystem(state, command, context)
    : decideMember(state, command, context);
  return decision.ok ? consequences(state, decision, context) : decision;
}

function decideMember(state: RoomState | null, command: Command, context: Context): Decision {
  if (!state || context.by === null) return reject('not-a-member');
  // Sent again, it has the effect already.
  if (command.type === 'LeaveRoom' && memberOf(state, context.by)?.status === 'left') return NOTHING;
  const refusal = refusalOf(state, context.by, command);
  if (refusal) return refusal;
  const asking = { state, by: context.by, at: context.at };
  if (isPeopleCommand(command)) return decidePeople(asking, command, context.hostAwayMs);
  if (isRoundCommand(command)) return decideRound(asking, command, context.heardBefore);
  if (isAskCommand(command)) return decideAsk(asking, command);
  if (isListeningCommand(command)) return decideListening(asking, command);
  return assertNever(command);
}

const NOTHING: Decision = { ok: true, events: [] };

/** Permission comes before everything else, so that no refusal tells what its reader may not know. */
function refusalOf(state: RoomState, by: string, command: Command): Decision | null {
  const member = memberOf(state, by);
  if (!member || member.status === 'declined' || member.status === 'left') return reject('not-a-member');
  const audience = audienceOf(state, by);
  if (audience === null) return reject('removed');
  if (!MAY[command.type].includes(audience)) {
    return reject(audience === 'waiting' ? 'not-admitted' : 'not-allowed');
  }
  if (audience === 'candidate' && SEAT_ONLY.includes(command.type) && !isInSeat(state, by)) {
    return reject('not-allowed');
  }
  if (state.phase === 'ended' && !MAY_AFTER_END.includes(command.type)) return reject('room-ended');
  return null;
}
