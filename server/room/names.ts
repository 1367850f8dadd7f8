import { withMember } from './core/change';
import { admitted, type Commands, type Evolvers } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { memberOf } from './core/state';
import { isImitation } from './joining';

/** What people are called, which they, and the host, can put right. */

export type NameEvent = { type: 'MemberRenamed'; memberId: string; name: string };

export const commands: Commands<'RenameMember'> = {
  RenameMember: {
    may: admitted,
    decide({ state, by }, { memberId, name }) {
      if (memberId !== by && state.hostId !== by) return reject('not-allowed');
      const member = memberOf(state, memberId);
      if (member?.status !== 'in' && member?.status !== 'waiting') return reject('not-found');
      if (member.name === name) return nothing;
      if (isImitation(state, name, memberId)) return reject('name-imitates');
      return accept({ type: 'MemberRenamed', memberId, name });
    },
  },
};

export const evolvers: Evolvers<NameEvent> = {
  MemberRenamed: (state, { memberId, name }) => withMember(state, memberId, { name }),
};
