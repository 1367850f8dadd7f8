import { calledAll } from '../protocol/namesakes';
import type { HandsSlice } from '../protocol/view-judging';
import type { RosterSlice } from '../protocol/view-room';
import type { Role } from '../protocol/words';
import { withoutPenOf } from './code';
import { withMember } from './core/change';
import { admitted, type Commands, type Evolvers, host, type Occasion } from './core/concept';
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
  type Scene,
} from './core/state';
import { hasClaim } from './host';
import { renewed } from './invites';
import { isSeatTaken } from './joining';
import { lastGiven } from './returning';
import { isOver } from './rules';

/** The people in the room: ready or not, hands, roles, leaving and being removed. */

export type PeopleEvent =
  | { type: 'ReadyChanged'; memberId: string; ready: boolean }
  | { type: 'HandChanged'; memberId: string; raised: boolean }
  | { type: 'RoleChanged'; memberId: string; role: Role }
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
    decide(occasion, { memberId, role }) {
      const target = memberOf(occasion.state, memberId);
      return target ? changeRole(occasion, target, role) : reject('not-found');
    },
  },
  RemoveMember: {
    may: host,
    decide(occasion, { memberId }) {
      const target = memberOf(occasion.state, memberId);
      if (!target) return reject('not-found');
      return memberId === occasion.by ? reject('host-stays') : remove(occasion, target);
    },
  },
  LeaveRoom: {
    may: [...admitted, 'waiting'],
    afterEnd: true,
    decide: leave,
  },
};

/** Corrects the role that a wrong link gave: also a candidate's, until they have the hot seat. */
function changeRole(occasion: Occasion, target: Member, role: Role): Decision {
  const { state } = occasion;
  const { memberId } = target;
  if (target.status !== 'in' && target.status !== 'waiting') return reject('not-found');
  const round = currentRound(state);
  if (round?.candidateId === memberId && !isOver(round.phase)) return reject('in-hot-seat');
  if (target.role === role) return nothing;
  if (memberId === state.hostId) return reject('host-stays');
  if (hasClaim(state, memberId)) return reject('opener-stays');
  const sat = state.rounds.some(({ candidateId }) => candidateId === memberId);
  if (target.role === 'candidate' && sat) return reject('role-fixed');
  const changed = { type: 'RoleChanged', memberId, role } as const;
  if (role !== 'candidate') return accept(changed);
  if (state.settings.format === 'peer') return reject('role-fixed');
  if (target.status === 'in' && isSeatTaken(state, target)) return reject('seat-taken');
  return accept(changed, ...renewed(state, occasion, linksKnownTo(state, target)));
}

/** The links with which a new candidate could join the panel's side again: somebody who was in may have been told both. */
function linksKnownTo({ invites }: RoomState, { arrived, inviteId }: Member): readonly Role[] {
  if (arrived !== null) return ['panelist', 'observer'];
  const link = invites.find((issued) => issued.inviteId === inviteId && !issued.revoked);
  return link && link.role !== 'candidate' ? [link.role] : [];
}

/** A removed person still knows the link by which they joined, and a former host knows all links, so these are turned off too. */
function remove(occasion: Occasion, target: Member): Decision {
  const { state } = occasion;
  const { memberId, inviteId } = target;
  if (target.status === 'removed') return nothing;
  if (memberId === state.hosts[0] && !state.openerGaveUp) return reject('opener-stays');
  const removed = { type: 'MemberRemoved', memberId } as const;
  if (state.hosts.includes(memberId)) return accept(removed, ...renewed(state, occasion));
  const invite = state.invites.find((issued) => issued.inviteId === inviteId && !issued.revoked);
  const revoked: RoomEvent[] = invite ? [{ type: 'InviteRevoked', inviteId: invite.inviteId }] : [];
  return accept(removed, ...revoked);
}

function leave(occasion: Occasion): Decision {
  const { state, by } = occasion;
  if (state.phase === 'ended') return nothing;
  const others = membersIn(state).filter((member) => member.memberId !== by && member.role === 'panelist');
  if (state.hostId === by && others.length > 0) return reject('host-stays');
  const left = { type: 'MemberLeft', memberId: by } as const;
  const isFormerHost = state.hostId !== by && state.hosts.includes(by);
  return accept(left, ...(isFormerHost ? renewed(state, occasion) : []));
}

function absent(state: RoomState, memberId: string, status: 'removed' | 'left', at: number): RoomState {
  return withMember(withoutPenOf(state, memberId, at), memberId, { status, hand: false, ready: false });
}

export const evolvers: Evolvers<PeopleEvent> = {
  ReadyChanged: (state, { memberId, ready }) => withMember(state, memberId, { ready }),
  HandChanged: (state, { memberId, raised }) => withMember(state, memberId, { hand: raised }),
  RoleChanged: (state, { memberId, role }, { at }) =>
    withMember(role === 'panelist' ? state : withoutPenOf(state, memberId, at), memberId, { role }),
  MemberRemoved: (state, { memberId }, { at }) => absent(state, memberId, 'removed', at),
  MemberLeft: (state, { memberId }, { at }) => absent(state, memberId, 'left', at),
};

/** The people in the room that a channel may know about: candidates of a led room do not meet. */
export function peopleFor(state: Scene, channel: Channel): Member[] {
  const meetsCandidates = channel === 'host' || channel === 'panel';
  return membersIn(state).filter(
    ({ role, memberId }) =>
      meetsCandidates || role !== 'candidate' || (channel === 'candidate' && isInSeat(state, memberId)),
  );
}

/** What members are called on a channel: where names look alike, each is distinguished. */
const calledOn = (channel: Channel) =>
  remembered(
    (state: Scene) => [state.members, currentRound(state)?.candidateId],
    (state): ((memberId: string | null) => string) => {
      const here = peopleFor(state, channel);
      // Candidates are not told who else was here.
      const left = channel === 'panel' ? state.members.filter(isGone) : [];
      const named = ({ memberId, name }: Member) => ({ id: memberId, name });
      const names = calledAll(here.map(named), left.map(named));
      return (memberId) => names.get(memberId ?? '') ?? memberOf(state, memberId)?.name ?? '';
    },
  );
export const calledByPanel = calledOn('panel');
export const calledByCandidate = calledOn('candidate');

export function rosterSlice(state: Scene, channel: Channel): RosterSlice {
  return rosters[channel](state);
}

const rosterOf = (channel: Channel) =>
  remembered(
    (state: Scene) => [state.members, currentRound(state)?.candidateId, whoSat(state).join()],
    (state): RosterSlice => ({
      members: byId(
        peopleFor(state, channel),
        ({ memberId }) => memberId,
        ({ memberId, name, role, ready, moves }, no) => ({
          id: memberId,
          no,
          name,
          role,
          ready,
          sat: hasSat(state, memberId),
          givenAt: channel === 'panel' ? lastGiven(moves) : null,
        }),
      ),
      gone: channel === 'panel' ? gone(state) : {},
    }),
  );

const isGone = ({ status, arrived }: Member) => status !== 'in' && arrived !== null;

/** People whose questions, ratings and rounds are still there. A person at the door again counts until they are let in. */
function gone({ members }: Scene): RosterSlice['gone'] {
  return byId(
    members.filter(isGone),
    ({ memberId }) => memberId,
    ({ name, status }) => ({ name, how: status === 'removed' ? 'removed' : 'left' }),
  );
}

const whoSat = ({ rounds }: Scene) =>
  rounds.flatMap(({ phase, candidateId }) => (isOver(phase) ? [candidateId] : []));

/** Channels that know about the same people share a roster. */
const panelRoster = rosterOf('panel');
const rosters: Record<Channel, (state: Scene) => RosterSlice> = {
  host: panelRoster,
  panel: panelRoster,
  candidate: rosterOf('candidate'),
  bench: rosterOf('bench'),
  waiting: rosterOf('waiting'),
};

export const handsSlice = remembered(
  (state: Scene) => [state.members],
  ({ members }): HandsSlice => ({
    members: byId(
      members.filter((member) => member.hand && member.status === 'in'),
      ({ memberId }) => memberId,
      () => true,
    ),
  }),
);
