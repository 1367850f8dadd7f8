import type { HandsSlice } from '../protocol/view-judging';
import type { RosterSlice } from '../protocol/view-room';
import { withMember } from './core/change';
import { admitted, type Commands, type Evolvers, host } from './core/concept';
import { accept, type Decision, nothing, reject } from './core/decision';
import type { RoomEvent } from './core/events';
import { byId, remembered } from './core/remembered';
import {
  type Channel,
  currentRound,
  hasSat,
  isInSeat,
  type Member,
  memberOf,
  membersIn,
  type RoomState,
} from './core/state';
import { isOver } from './rules';

/** The people in the room: ready or not, hands, roles, leaving and being removed. */

export type PeopleEvent =
  | { type: 'ReadyChanged'; memberId: string; ready: boolean }
  | { type: 'HandChanged'; memberId: string; raised: boolean }
  | { type: 'RoleChanged'; memberId: string; role: 'panelist' | 'observer' }
  | { type: 'MemberRemoved'; memberId: string }
  | { type: 'MemberLeft'; memberId: string };

export const commands: Commands<'SetReady' | 'RaiseHand' | 'ChangeRole' | 'RemoveMember' | 'LeaveRoom'> = {
  SetReady: {
    may: admitted,
    decide({ state, by }, { ready }) {
      if (memberOf(state, by)?.ready === ready) return nothing;
      return accept({ type: 'ReadyChanged', memberId: by, ready });
    },
  },
  RaiseHand: {
    may: admitted,
    decide({ state, by }, { raised }) {
      if (memberOf(state, by)?.hand === raised) return nothing;
      return accept({ type: 'HandChanged', memberId: by, raised });
    },
  },
  ChangeRole: {
    may: host,
    decide({ state }, { memberId, role }) {
      const target = memberOf(state, memberId);
      return target ? changeRole(state, target, role) : reject('not-found');
    },
  },
  RemoveMember: {
    may: host,
    decide({ state, by }, { memberId }) {
      const target = memberOf(state, memberId);
      if (!target) return reject('not-found');
      return memberId === by ? reject('host-stays') : remove(state, target);
    },
  },
  LeaveRoom: {
    may: [...admitted, 'waiting'],
    afterEnd: true,
    decide: ({ state, by }) => leave(state, by),
  },
};

function changeRole(state: RoomState, target: Member, role: 'panelist' | 'observer'): Decision {
  if (target.status !== 'in' && target.status !== 'waiting') return reject('not-found');
  if (target.role === 'candidate') return reject('role-fixed');
  const round = currentRound(state);
  if (round?.candidateId === target.memberId && !isOver(round.phase)) return reject('in-hot-seat');
  if (target.memberId === state.hostId && role === 'observer') return reject('host-stays');
  if (target.role === role) return nothing;
  return accept({ type: 'RoleChanged', memberId: target.memberId, role });
}

/** A removed person still knows the link by which they joined, so it is turned off too. */
function remove(state: RoomState, target: Member): Decision {
  if (target.status === 'removed') return nothing;
  const invite = state.invites.find((issued) => issued.inviteId === target.inviteId && !issued.revoked);
  const revoked: RoomEvent[] = invite ? [{ type: 'InviteRevoked', inviteId: invite.inviteId }] : [];
  return accept({ type: 'MemberRemoved', memberId: target.memberId }, ...revoked);
}

function leave(state: RoomState, by: string): Decision {
  if (state.phase === 'ended') return nothing;
  const others = membersIn(state).filter((member) => member.memberId !== by && member.role === 'panelist');
  if (state.hostId === by && others.length > 0) return reject('host-stays');
  return accept({ type: 'MemberLeft', memberId: by });
}

export const evolvers: Evolvers<PeopleEvent> = {
  ReadyChanged: (state, { memberId, ready }) => withMember(state, memberId, { ready }),
  HandChanged: (state, { memberId, raised }) => withMember(state, memberId, { hand: raised }),
  RoleChanged: (state, { memberId, role }) => withMember(state, memberId, { role }),
  MemberRemoved: (state, { memberId }) =>
    withMember(state, memberId, { status: 'removed', hand: false, ready: false }),
  MemberLeft: (state, { memberId }) =>
    withMember(state, memberId, { status: 'left', hand: false, ready: false }),
};

/** Who of the people in the room a channel may know of: candidates of a led room do not meet. */
export function peopleFor(state: RoomState, channel: Channel): Member[] {
  const meetsCandidates = channel === 'host' || channel === 'panel';
  return membersIn(state).filter(
    ({ role, memberId }) =>
      meetsCandidates || role !== 'candidate' || (channel === 'candidate' && isInSeat(state, memberId)),
  );
}

export function rosterSlice(state: RoomState, channel: Channel): RosterSlice {
  return rosters[channel](state);
}

const rosterOf = (channel: Channel) =>
  remembered(
    (state: RoomState) => [state.members, currentRound(state)?.candidateId, whoSat(state).join()],
    (state): RosterSlice => ({
      members: byId(
        peopleFor(state, channel),
        ({ memberId }) => memberId,
        ({ memberId, name, role, ready }, no) => ({
          id: memberId,
          no,
          name,
          role,
          ready,
          sat: hasSat(state, memberId),
        }),
      ),
    }),
  );

const whoSat = ({ rounds }: RoomState) =>
  rounds.flatMap(({ phase, candidateId }) => (isOver(phase) ? [candidateId] : []));

/** Those who know of the same people share a roster. */
const panelRoster = rosterOf('panel');
const rosters: Record<Channel, (state: RoomState) => RosterSlice> = {
  host: panelRoster,
  panel: panelRoster,
  candidate: rosterOf('candidate'),
  bench: rosterOf('bench'),
  waiting: rosterOf('waiting'),
};

export const handsSlice = remembered(
  (state: RoomState) => [state.members],
  ({ members }): HandsSlice => ({
    members: byId(
      members.filter((member) => member.hand && member.status === 'in'),
      ({ memberId }) => memberId,
      () => true,
    ),
  }),
);
