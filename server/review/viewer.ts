import type { Sharing } from '../protocol/sharing';
import type { Role } from '../protocol/words';
import { EVERYTHING_SHARED } from '../protocol/words';
import type { RoomState, Round } from '../room/core/state';
import { isOver } from '../room/rules';

/** Somebody who may read a scorecard, and what of it. */
export interface Viewer {
  memberId: string;
  /** In this round: in a peer room it changes from round to round. */
  role: Role;
  shows: Sharing;
}

/**
 * Null for everybody who was no part of the round, and for a round that goes on. The candidate reads it while it is
 * published, as far as it is shared (peers: all of it); the panel and its observers from its close on, all of it.
 */
export function viewerOf(round: Round, memberId: string): Viewer | null {
  const part = round.participants.find((participant) => participant.memberId === memberId);
  if (!part || !isOver(round.phase)) return null;
  const sharing = part.role === 'candidate' ? round.published?.sharing : EVERYTHING_SHARED;
  return sharing ? { memberId, role: part.role, shows: sharing } : null;
}

/** Whether this viewer is told who gave a rating, a verdict, a note or feedback. */
export function seesNames({ shows }: Pick<Viewer, 'shows'>): boolean {
  return shows.ratings === 'named';
}

/** What people said, without who it was: in the order of its text, so that its place does not tell. */
export function unnamed<T extends { memberId: string | null }>(
  said: readonly T[],
  text: (one: T) => string,
): T[] {
  return said
    .map((one) => ({ ...one, memberId: null }))
    .sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0));
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
