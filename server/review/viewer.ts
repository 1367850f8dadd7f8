import type { Sharing } from '../protocol/sharing';
import type { Role } from '../protocol/words';
import { EVERYTHING_SHARED } from '../protocol/words';
import type { RoomState, Round } from '../room/core/state';
import { isOver } from '../room/rules';

/** A person who may read a scorecard, and what they may see of it. */
export interface Viewer {
  memberId: string;
  /** Their role in this round; in a peer room, it changes from round to round. */
  role: Role;
  shows: Sharing;
}

/**
 * Null for everybody who was not part of the round, and for a running round. The candidate may read it while it is
 * published, as far as it is shared (peers: all of it). The panel and its observers may read all of it from its close
 * on.
 */
export function viewerOf(round: Round, memberId: string): Viewer | null {
  const part = round.participants.find((participant) => participant.memberId === memberId);
  if (!part || !isOver(round.phase)) return null;
  const sharing = part.role === 'candidate' ? round.published?.sharing : EVERYTHING_SHARED;
  return sharing ? { memberId, role: part.role, shows: sharing } : null;
}

/** Whether this viewer may know who gave a rating, a verdict, a note or feedback. */
export function seesNames({ shows }: Pick<Viewer, 'shows'>): boolean {
  return shows.ratings === 'named';
}

/** What lists and trends may count for this viewer: no rating, means, or every single rating with its key points. */
export function seenRatings({ ratings, keyPoints }: Sharing): 0 | 1 | 2 {
  if (ratings === 'none') return 0;
  return ratings === 'named' && keyPoints ? 2 : 1;
}

/** What people said, without names: sorted by text, so that the position does not show who said it. */
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
 * later), the hot seat comes first: its person sees what the candidate sees.
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
