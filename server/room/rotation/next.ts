import { hasSat, type Member, membersIn, type Scene } from '../core/state';

/** Panelists who have not had the hot seat, in the order of joining. */
export function peersToSit(state: Scene): Member[] {
  const sat = new Set(state.rounds.map((round) => round.candidateId));
  return membersIn(state).filter((member) => member.role === 'panelist' && !sat.has(member.memberId));
}

/** Peer: the first to join among those who have not sat. Led: the candidate whose round is still to come. */
export function nextCandidate(state: Scene): Member | undefined {
  if (state.settings.format === 'peer') return peersToSit(state)[0];
  return membersIn(state).find((member) => member.role === 'candidate' && !hasSat(state, member.memberId));
}
