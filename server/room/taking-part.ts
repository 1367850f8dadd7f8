import { type Member, membersIn, type RoomState, type Round } from './core/state';

/**
 * The people who took part in a round when it is over: everyone in the room, those who asked or rated and then left on
 * their own, and its candidate in any case, since publishing decides what they get.
 */
export function participants(state: RoomState, round: Round): Round['participants'] {
  const isCandidate = ({ memberId }: Member) => memberId === round.candidateId;
  const asRole = (member: Member) => ({
    memberId: member.memberId,
    role: isCandidate(member) ? ('candidate' as const) : member.role,
  });
  const leftAfterActing = ({ memberId, status }: Member) =>
    status === 'left' && round.asks.some((ask) => memberId in ask.first || ask.askedBy === memberId);
  const gone = state.members.filter(
    (member) => member.status !== 'in' && (isCandidate(member) || leftAfterActing(member)),
  );
  return [...membersIn(state), ...gone]
    .filter((member) => member.role !== 'candidate' || isCandidate(member))
    .map(asRole);
}

/** Whether a person was on the panel of a round that is over, or observed it: to them it is open from then on. */
export function tookPart(round: Pick<Round, 'participants'>, memberId: string): boolean {
  return round.participants.some((other) => other.memberId === memberId && other.role !== 'candidate');
}
