import { type Member, membersIn, type RoomState, type Round } from './core/state';

/**
 * The people who took part in a round when it is over: everyone in the room, and those who asked or rated and then left
 * on their own.
 */
export function participants(state: RoomState, round: Round): Round['participants'] {
  const asRole = (member: Member) =>
    member.memberId === round.candidateId
      ? ({ memberId: member.memberId, role: 'candidate' } as const)
      : { memberId: member.memberId, role: member.role };
  const tookPart = (member: Member) =>
    member.memberId === round.candidateId ||
    round.asks.some((ask) => member.memberId in ask.first || ask.askedBy === member.memberId);
  const gone = state.members.filter((member) => member.status === 'left' && tookPart(member));
  return [...membersIn(state), ...gone]
    .filter((member) => member.role !== 'candidate' || member.memberId === round.candidateId)
    .map(asRole);
}
