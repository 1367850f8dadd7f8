import { differsUnseen } from '../protocol/shown-name';
import { withMember } from './core/change';
import { admitted, type Commands, type Evolvers } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { type Member, memberOf, type RoomState } from './core/state';

/** People's names, which they and the host can correct. */

export type NameEvent = { type: 'MemberRenamed'; memberId: string; name: string };

export const commands: Commands<'RenameMember'> = {
  RenameMember: {
    may: admitted,
    decide({ state, by }, { memberId, name }) {
      if (memberId !== by && state.hostId !== by) return reject('not-allowed');
      const member = memberOf(state, memberId);
      if (member?.status !== 'in' && member?.status !== 'waiting') return reject('not-found');
      if (member.name === name) return nothing;
      if (isImitation(state, name, member)) return reject('name-imitates');
      return accept({ type: 'MemberRenamed', memberId, name });
    },
  },
};

/**
 * Whether a name differs from the name of somebody in the room only by letters that nobody can see. Candidates of a led
 * room do not meet, so they are not compared with each other: a rejection would tell them who else is here.
 */
export function isImitation(
  state: RoomState,
  name: string,
  { memberId, role }: Pick<Member, 'memberId' | 'role'>,
): boolean {
  return state.members.some(
    (other) =>
      other.memberId !== memberId &&
      other.status === 'in' &&
      !(role === 'candidate' && other.role === 'candidate') &&
      differsUnseen(other.name, name),
  );
}

export const evolvers: Evolvers<NameEvent> = {
  MemberRenamed: (state, { memberId, name }, { at, by }) =>
    withMember(state, memberId, { name, correctedAt: by === memberId ? null : at }),
};
