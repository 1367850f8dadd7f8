import type { RejectionCode } from '../protocol/rejections';
import { LIMITS } from '../protocol/words';
import { assertNever } from './assert-never';
import {
  accept,
  type Context,
  type Decision,
  nothing,
  type RoomCommand,
  reject,
  type SystemCommand,
} from './decision';
import { audienceOf, type IssuedInvite, type Member, memberByPrincipal, type RoomState } from './state';

const SYSTEM_COMMANDS = ['OpenRoom', 'JoinRoom', 'IssueInvite', 'RevokeInvite'] as const;

export function isSystemCommand(command: RoomCommand): command is SystemCommand {
  return SYSTEM_COMMANDS.some((type) => type === command.type);
}

export function decideSystem(state: RoomState | null, command: SystemCommand, context: Context): Decision {
  if (command.type === 'OpenRoom') return openRoom(state, command);
  if (!state) return reject('not-found');
  switch (command.type) {
    case 'JoinRoom':
      return joinRoom(state, command, context.at);
    case 'IssueInvite':
      if (!isHost(state, context.by)) return reject('not-allowed');
      if (state.phase === 'ended') return reject('room-ended');
      if (state.settings.format === 'peer' && command.invite.role === 'candidate')
        return reject('not-allowed');
      return accept({ type: 'InviteIssued', invite: command.invite });
    case 'RevokeInvite': {
      if (!isHost(state, context.by)) return reject('not-allowed');
      const invite = state.invites.find((known) => known.inviteId === command.inviteId);
      if (!invite) return reject('not-found');
      return invite.revoked ? nothing : accept({ type: 'InviteRevoked', inviteId: command.inviteId });
    }
    default:
      return assertNever(command);
  }
}

function isHost(state: RoomState, by: string | null): boolean {
  return by !== null && audienceOf(state, by) === 'host';
}

function openRoom(state: RoomState | null, command: Extract<SystemCommand, { type: 'OpenRoom' }>): Decision {
  if (state) return nothing;
  const items = new Set([...command.pack.questions, ...command.pack.exercises].map((item) => item.id));
  const groups = new Set(command.pack.groups.map((group) => group.id));
  const known =
    [...command.settings.agenda, ...command.seen].every((itemId) => items.has(itemId)) &&
    command.settings.slots.every((slot) => slot.groupId === null || groups.has(slot.groupId));
  if (!known || new Set(command.settings.agenda).size !== command.settings.agenda.length) {
    return reject('item-unknown');
  }
  const { type: _, ...opening } = command;
  const { settings, invites } = opening;
  if (settings.format === 'peer' && invites.some((invite) => invite.role === 'candidate')) {
    return reject('not-allowed');
  }
  return accept({ type: 'RoomOpened', ...opening });
}

/** A person has one membership in a room: coming back by any link finds it again, with the role it had. */
function joinRoom(
  state: RoomState,
  command: Extract<SystemCommand, { type: 'JoinRoom' }>,
  at: number,
): Decision {
  const known = memberByPrincipal(state, command.principalIds);
  if (known?.status === 'removed') return reject('removed');
  if (known?.status === 'in' || known?.status === 'waiting') return nothing;
  const invite = state.invites.find((issued) => issued.tokenHash === command.tokenHash);
  if (!invite) return reject('invite-unknown');
  const problem = whyNotIn(state, invite, known, at);
  if (problem) return reject(problem);
  const waiting = state.settings.waitingRoom;
  if (known) return accept({ type: 'MemberReturned', memberId: known.memberId, waiting });
  const [principalId] = command.principalIds;
  const { memberId, name } = command;
  return accept({
    type: 'MemberJoined',
    member: { memberId, principalId, name, role: invite.role, inviteId: invite.inviteId },
    waiting,
  });
}

/** Why somebody who is not in the room (`known`: who was before) cannot come in by this invite; null when they can. */
export function whyNotIn(
  state: RoomState,
  invite: IssuedInvite,
  known: Member | undefined,
  at: number,
): RejectionCode | null {
  if (invite.revoked) return 'invite-revoked';
  if (invite.expiresAt <= at) return 'invite-expired';
  if (state.phase === 'ended') return 'room-ended';
  const role = known?.role ?? invite.role;
  if (role === 'candidate' && seatIsTaken(state, known)) return 'seat-taken';
  return !known && state.members.length >= LIMITS.members ? 'room-full' : null;
}

/** One candidate at a time; the next may come once the one before has a published round. */
function seatIsTaken(state: RoomState, known: Member | undefined): boolean {
  return state.members.some(
    (member) =>
      member.role === 'candidate' &&
      member.memberId !== known?.memberId &&
      (member.status === 'in' || member.status === 'waiting') &&
      !state.rounds.some((round) => round.candidateId === member.memberId && round.phase === 'published'),
  );
}
