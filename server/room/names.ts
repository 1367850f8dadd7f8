import { imitates, shownName } from '../protocol/shown-name';
import { withMember } from './core/change';
import { admitted, type Commands, type Evolvers } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { type Member, memberOf, type RoomState } from './core/state';

/** People's names, which they and the host can correct. */

export type NameEvent = { type: 'MemberRenamed'; memberId: string; name: string };

export const commands: Commands<'RenameMember'> = {
  RenameMember: {
    may: admitted,
    decide({ state, by }, { memberId, name: typed }) {
      if (memberId !== by && state.hostId !== by) return reject('not-allowed');
      const member = memberOf(state, memberId);
      if (member?.status !== 'in' && member?.status !== 'waiting') return reject('not-found');
      const name = shownName(typed);
      if (name === null) return reject('bad-command');
      if (isImitation(state, typed, member)) return reject('name-imitates');
      if (member.name === name) return nothing;
      return accept({ type: 'MemberRenamed', memberId, name });
    },
  },
};

/**
 * Whether a typed name imitates the name of somebody in the room. Candidates of a led room do not meet, so they are not
 * compared with each other: a rejection would tell them who else is here.
 */
export function isImitation(
  state: RoomState,
  typed: string,
  { memberId, role }: Pick<Member, 'memberId' | 'role'>,
): boolean {
  return state.members.some(
    (other) =>
      other.memberId !== memberId &&
      other.status === 'in' &&
      !(role === 'candidate' && other.role === 'candidate') &&
      imitates(typed, other.name),
  );
}

export const evolvers: Evolvers<NameEvent> = {
  MemberRenamed: (state, { memberId, name }, { at, by }) =>
    withMember(state, memberId, { name, correctedAt: by === memberId ? null : at }),
};
