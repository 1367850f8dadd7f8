import type { Command } from '../protocol/commands';
import { HOST_AWAY_MS } from '../protocol/words';
import { assertNever } from './assert-never';
import { type Asking, accept, type Decision, nothing, type RoomCommand, reject } from './decision';
import type { RoomEvent } from './events';
import { currentRound, itemOf, type Member, memberOf, membersIn, type RoomState } from './state';

const PEOPLE_COMMANDS = [
  'ChangeSettings',
  'SetAgenda',
  'SetReady',
  'AdmitMember',
  'DeclineMember',
  'ChangeRole',
  'RemoveMember',
  'HandOverHost',
  'TakeOverHost',
  'ReclaimHost',
  'LeaveRoom',
  'RaiseHand',
  'EndRoom',
] as const;
type PeopleCommand = Extract<Command, { type: (typeof PEOPLE_COMMANDS)[number] }>;

export function isPeopleCommand(command: RoomCommand): command is PeopleCommand {
  return PEOPLE_COMMANDS.some((type) => type === command.type);
}

export function decidePeople(asking: Asking, command: PeopleCommand, hostAwayMs: number | null): Decision {
  const { state, by } = asking;
  switch (command.type) {
    case 'ChangeSettings':
      return changeSettings(state, command.settings);
    case 'SetAgenda':
      return setAgenda(state, command.items);
    case 'SetReady':
      if (memberOf(state, by)?.ready === command.ready) return nothing;
      return accept({ type: 'ReadyChanged', memberId: by, ready: command.ready });
    case 'RaiseHand':
      if (memberOf(state, by)?.hand === command.raised) return nothing;
      return accept({ type: 'HandChanged', memberId: by, raised: command.raised });
    case 'TakeOverHost':
      if (hostAwayMs === null || hostAwayMs < HOST_AWAY_MS) return reject('host-is-here');
      return accept({ type: 'HostChanged', from: state.hostId, to: by, how: 'took-over' });
    case 'ReclaimHost':
      if (state.displacedHostId !== by) return reject('not-allowed');
      return accept({ type: 'HostChanged', from: state.hostId, to: by, how: 'reclaimed' });
    case 'LeaveRoom':
      return leave(state, by);
    case 'EndRoom':
      return accept(...turnedAway(state), { type: 'RoomEnded' });
    default:
      return decideAbout(state, by, command);
  }
}

type AboutSomebody = Extract<PeopleCommand, { memberId: string }>;

function decideAbout(state: RoomState, by: string, command: AboutSomebody): Decision {
  const target = memberOf(state, command.memberId);
  if (!target) return reject('not-found');
  const { memberId } = target;
  switch (command.type) {
    case 'AdmitMember':
      if (target.status === 'in') return nothing;
      return target.status === 'waiting' ? accept({ type: 'MemberAdmitted', memberId }) : reject('not-found');
    case 'DeclineMember':
      if (target.status === 'declined') return nothing;
      return target.status === 'waiting' ? accept({ type: 'MemberDeclined', memberId }) : reject('not-found');
    case 'RemoveMember':
      return remove(state, by, target);
    case 'ChangeRole':
      return changeRole(state, target, command.role);
    case 'HandOverHost': {
      if (memberId === by) return reject('already-host');
      if (target.status !== 'in' || target.role !== 'panelist') return reject('not-found');
      if (currentRound(state)?.candidateId === memberId) return reject('in-hot-seat');
      return accept({ type: 'HostChanged', from: by, to: memberId, how: 'handed-over' });
    }
    default:
      return assertNever(command);
  }
}

function changeSettings(
  state: RoomState,
  change: Extract<PeopleCommand, { type: 'ChangeSettings' }>['settings'],
): Decision {
  const groups = new Set(state.pack.groups.map((group) => group.id));
  if (change.slots?.some((slot) => slot.groupId !== null && !groups.has(slot.groupId))) {
    return reject('item-unknown');
  }
  const settings: typeof change = Object.fromEntries(
    Object.entries(change).filter(
      ([key, value]) =>
        value !== undefined && JSON.stringify(Reflect.get(state.settings, key)) !== JSON.stringify(value),
    ),
  );
  return Object.keys(settings).length > 0 ? accept({ type: 'SettingsChanged', settings }) : nothing;
}

function setAgenda(state: RoomState, items: string[]): Decision {
  const round = currentRound(state);
  const isPeer = state.settings.format === 'peer';
  if (isPeer && round?.phase !== 'asking') return reject('no-round');
  if (new Set(items).size !== items.length || !items.every((itemId) => itemOf(state, itemId))) {
    return reject('item-unknown');
  }
  if (isPeer && !items.every((itemId) => round?.pool?.includes(itemId))) return reject('not-in-pool');
  return accept({ type: 'AgendaSet', items });
}

function changeRole(state: RoomState, target: Member, role: 'panelist' | 'observer'): Decision {
  if (target.status !== 'in' && target.status !== 'waiting') return reject('not-found');
  if (target.role === 'candidate') return reject('role-fixed');
  if (currentRound(state)?.candidateId === target.memberId && currentRound(state)?.phase !== 'published') {
    return reject('in-hot-seat');
  }
  if (target.memberId === state.hostId && role === 'observer') return reject('host-stays');
  if (target.role === role) return nothing;
  return accept({ type: 'RoleChanged', memberId: target.memberId, role });
}

/** The link that a removed person came by is known to them, so it is turned off with them. */
function remove(state: RoomState, by: string, target: Member): Decision {
  if (target.memberId === by) return reject('host-stays');
  if (target.status === 'removed') return nothing;
  const invite = state.invites.find((issued) => issued.inviteId === target.inviteId && !issued.revoked);
  const revoked: RoomEvent[] = invite ? [{ type: 'InviteRevoked', inviteId: invite.inviteId }] : [];
  return accept({ type: 'MemberRemoved', memberId: target.memberId }, ...revoked);
}

/** Nobody is left knocking at a room that has ended. */
function turnedAway(state: RoomState): RoomEvent[] {
  return state.members
    .filter((member) => member.status === 'waiting')
    .map(({ memberId }) => ({ type: 'MemberDeclined', memberId }));
}

function leave(state: RoomState, by: string): Decision {
  if (state.phase === 'ended') return nothing;
  const others = membersIn(state).filter((member) => member.memberId !== by && member.role === 'panelist');
  if (state.hostId === by && others.length > 0) return reject('host-stays');
  return accept({ type: 'MemberLeft', memberId: by });
}
