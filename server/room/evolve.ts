import { assertNever } from './assert-never';
import type { EventMeta, NewMember, RoomEvent } from './events';
import { evolveAsk, isAskEvent } from './evolve-ask';
import { evolveRound, isRoundEvent } from './evolve-round';
import type { Member, MemberStatus, RoomState } from './state';

/** The state after an event. Total over what `decide` makes; an impossible event is a bug and throws. */
export function evolve(state: RoomState | null, event: RoomEvent, meta: EventMeta): RoomState {
  if (event.type === 'RoomOpened') return opened(event, meta);
  if (!state) throw new Error(`${event.type} in a room that was never opened`);
  return next(state, event, meta);
}

function opened(event: Extract<RoomEvent, { type: 'RoomOpened' }>, meta: EventMeta): RoomState {
  return {
    roomId: event.roomId,
    phase: 'lobby',
    settings: event.settings,
    pack: event.pack,
    openedAt: meta.at,
    hostId: event.host.memberId,
    displacedHostId: null,
    hostReturnsTo: null,
    members: [newMember(event.host, 'in')],
    invites: event.invites.map((invite) => ({ ...invite, revoked: false })),
    rounds: [],
  };
}

function next(
  state: RoomState,
  event: Exclude<RoomEvent, { type: 'RoomOpened' }>,
  meta: EventMeta,
): RoomState {
  if (isAskEvent(event)) return evolveAsk(state, event, meta);
  if (isRoundEvent(event)) return evolveRound(state, event, meta);
  switch (event.type) {
    case 'SettingsChanged':
      return { ...state, settings: { ...state.settings, ...event.settings } };
    case 'AgendaSet':
      return withAgenda(state, event.items);
    case 'InviteIssued':
      return {
        ...state,
        invites: [
          ...state.invites.map((invite) =>
            invite.role === event.invite.role ? { ...invite, revoked: true } : invite,
          ),
          { ...event.invite, revoked: false },
        ],
      };
    case 'InviteRevoked':
      return {
        ...state,
        invites: state.invites.map((invite) =>
          invite.inviteId === event.inviteId ? { ...invite, revoked: true } : invite,
        ),
      };
    case 'MemberJoined':
      return {
        ...state,
        members: [...state.members, newMember(event.member, event.waiting ? 'waiting' : 'in')],
      };
    case 'MemberReturned':
      return withMember(state, event.memberId, { status: event.waiting ? 'waiting' : 'in' });
    case 'MemberAdmitted':
      return withMember(state, event.memberId, { status: 'in' });
    case 'MemberDeclined':
      return withMember(state, event.memberId, { status: 'declined' });
    case 'MemberRemoved':
      return withMember(state, event.memberId, { status: 'removed', hand: false, ready: false });
    case 'MemberLeft':
      return withMember(state, event.memberId, { status: 'left', hand: false, ready: false });
    case 'RoleChanged':
      return withMember(state, event.memberId, { role: event.role });
    case 'HostChanged':
      return {
        ...state,
        hostId: event.to,
        displacedHostId: event.how === 'took-over' ? (state.displacedHostId ?? event.from) : null,
      };
    case 'ReadyChanged':
      return withMember(state, event.memberId, { ready: event.ready });
    case 'HandChanged':
      return withMember(state, event.memberId, { hand: event.raised });
    case 'RoomEnded':
      return { ...state, phase: 'ended' };
    default:
      return assertNever(event);
  }
}

function newMember(member: NewMember, status: MemberStatus): Member {
  return { ...member, status, ready: false, hand: false };
}

function withMember(state: RoomState, memberId: string, change: Partial<Member>): RoomState {
  return {
    ...state,
    members: state.members.map((member) =>
      member.memberId === memberId ? { ...member, ...change } : member,
    ),
  };
}

/** A led room's agenda is a setting; the agenda of a round that goes on changes with it. */
function withAgenda(state: RoomState, items: string[]): RoomState {
  const settings = state.settings.format === 'led' ? { ...state.settings, agenda: items } : state.settings;
  const rounds = state.rounds.map((round, index) =>
    index === state.rounds.length - 1 && round.phase === 'asking' ? { ...round, agenda: items } : round,
  );
  return { ...state, settings, rounds };
}
