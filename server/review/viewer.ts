import type { Sharing } from '../protocol/commands';
import type { Role } from '../protocol/words';
import type { RoomState, Round } from '../room/core/state';

/** Somebody who may read a published scorecard, and what of it. */
export interface Viewer {
  memberId: string;
  /** In this round: in a peer room it changes from round to round. */
  role: Role;
  shows: Sharing;
}

/** The panel and its observers see everything that was opened; the candidate what was shared (peer: all). */
export function shownTo(role: Role, sharing: Sharing): Sharing {
  return role === 'candidate' ? sharing : { ratings: true, keyPoints: true, verdicts: true };
}

/** Null for everybody who was no part of the round, and for a round that is not published. */
export function viewerOf(round: Round, memberId: string): Viewer | null {
  const part = round.participants.find((participant) => participant.memberId === memberId);
  if (!part || !round.published) return null;
  return { memberId, role: part.role, shows: shownTo(part.role, round.published.sharing) };
}

/**
 * The participant behind a person's ids; null when there is none. Of two seats in one round (a guest who signed in
 * later) the hot seat comes first: whoever sat in it sees what the candidate sees.
 */
export function participantOf(
  state: RoomState,
  round: Round,
  principalIds: readonly string[],
): string | null {
  const mine = round.participants.filter((participant) =>
    state.members.some(
      (member) =>
        member.memberId === participant.memberId &&
        [member.principalId, ...member.otherIds].some((id) => principalIds.includes(id)),
    ),
  );
  const seat = mine.find((participant) => participant.role === 'candidate') ?? mine[0];
  return seat?.memberId ?? null;
}
