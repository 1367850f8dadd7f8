import { HOST_AWAY_MS } from '../protocol/words';
import { type Commands, type Evolvers, host } from './core/concept';
import { accept, reject } from './core/decision';
import { currentRound, type Member, memberOf, membersIn, type RoomState, type Round } from './core/state';
import { renewed } from './invites';

/** Who steers the room, and how the role changes hands. */

export type HostEvent = {
  type: 'HostChanged';
  from: string;
  to: string;
  how: 'handed-over' | 'took-over' | 'reclaimed';
};

export const commands: Commands<'HandOverHost' | 'TakeOverHost' | 'ReclaimHost'> = {
  HandOverHost: {
    may: host,
    decide(occasion, { memberId }) {
      const { state, by } = occasion;
      const target = memberOf(state, memberId);
      if (!target) return reject('not-found');
      if (memberId === by) return reject('already-host');
      if (target.status !== 'in' || target.role !== 'panelist') return reject('not-found');
      if (currentRound(state)?.candidateId === memberId) return reject('in-hot-seat');
      return accept(
        { type: 'HostChanged', from: by, to: memberId, how: 'handed-over' },
        ...renewed(state, occasion),
      );
    },
  },
  TakeOverHost: {
    may: ['panelist'],
    decide(occasion) {
      const { state, by, hostAwayMs } = occasion;
      if (hostAwayMs === 'unknown') return reject('host-unknown');
      if (hostAwayMs === null || hostAwayMs < HOST_AWAY_MS) return reject('host-is-here');
      return accept(
        { type: 'HostChanged', from: state.hostId, to: by, how: 'took-over' },
        ...renewed(state, occasion),
      );
    },
  },
  ReclaimHost: {
    may: ['panelist'],
    // They may want to reopen the room.
    afterEnd: true,
    decide(occasion) {
      const { state, by } = occasion;
      if (state.displacedHostId !== by) return reject('not-allowed');
      return accept(
        { type: 'HostChanged', from: state.hostId, to: by, how: 'reclaimed' },
        ...renewed(state, occasion),
      );
    },
  },
};

export const evolvers: Evolvers<HostEvent> = {
  HostChanged: (state, { from, to, how }) => ({
    ...state,
    hostId: to,
    hosts: withHost(state, to),
    openerGaveUp: state.openerGaveUp || (how === 'handed-over' && from === state.hosts[0]),
    displacedHostId: displacedAfter(state, { from, to, how }),
  }),
};

/** A host who stands in can hand the role on, but not the claim of the person they stand in for. */
function displacedAfter(
  state: RoomState,
  { from, to, how }: Pick<HostEvent, 'from' | 'to' | 'how'>,
): string | null {
  const { displacedHostId } = state;
  if (how === 'reclaimed' || displacedHostId === to || displacedHostId === from) return null;
  return displacedHostId ?? (how === 'took-over' ? claimant(state, from) : null);
}

/** A person who only stands in for the host in the hot seat has no claim to the role, as it goes back to that host. */
function claimant(state: RoomState, displaced: string): string | null {
  return state.hostReturnsTo === null ? displaced : null;
}

/** Whether the room is still this person's, whoever stands in for them: only they can give it away. */
export function hasClaim(state: RoomState, memberId: string): boolean {
  return (memberId === state.hosts[0] && !state.openerGaveUp) || memberId === state.displacedHostId;
}

/** Everyone who has been host so far, and this person. */
export function withHost({ hosts }: RoomState, memberId: string): string[] {
  return hosts.includes(memberId) ? hosts : [...hosts, memberId];
}

/**
 * The host of a round that `by` starts with this candidate; null if nobody can be. A host cannot steer from the hot
 * seat: the previous candidate substitutes, or else the panelist who joined first. The role goes back automatically
 * with the next round.
 */
export function hostDuring(
  state: RoomState,
  by: string,
  candidate: Member,
  last: Round | undefined,
): { hostId: string; hostReturnsTo: string | null } | null {
  const returning = memberOf(state, state.hostReturnsTo);
  const returns = returning?.status === 'in' && returning.role === 'panelist';
  const owner = returns && returning ? returning.memberId : by;
  if (owner !== candidate.memberId) return { hostId: owner, hostReturnsTo: null };
  if (by !== candidate.memberId) return { hostId: by, hostReturnsTo: owner };
  const others = membersIn(state).filter(
    (member) => member.role === 'panelist' && member.memberId !== candidate.memberId,
  );
  const substitute = others.find((member) => member.memberId === last?.candidateId) ?? others[0];
  return substitute ? { hostId: substitute.memberId, hostReturnsTo: owner } : null;
}
