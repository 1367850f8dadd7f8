import type { Scorecard } from '../protocol/scorecard';
import type { Sharing } from '../protocol/sharing';
import { withRound } from '../room/core/change';
import { evolve } from '../room/core/evolve';
import { audienceOf, type RoomState, type Round } from '../room/core/state';
import { scorecardFor } from './scorecard';
import { viewerOf } from './viewer';

const UNREAD = 'Written. It opens when you publish.';

/**
 * What the candidate would get if the host published with this sharing at an instant (ms since the epoch): their
 * scorecard, made by the same function from what the host may know. Null for everybody but the host, for a round that
 * has not reached its debrief, and for one that is over and not open to the host themselves.
 */
export function previewFor(
  state: RoomState,
  roundId: string,
  hostId: string,
  sharing: Sharing,
  at: number,
  texts: ReadonlyMap<string, string> = new Map(),
): Scorecard | null {
  const round = state.rounds.find((known) => known.roundId === roundId);
  if (!round || audienceOf(state, hostId) !== 'host') return null;
  if (round.phase !== 'debrief' && viewerOf(round, hostId) === null) return null;
  const known = withRound(state, roundId, (whole) => asKnownBy(hostId, whole));
  const published = evolve(known, { type: 'RoundPublished', roundId, sharing }, { at, by: hostId });
  return scorecardFor(published, roundId, round.candidateId, texts);
}

/** Without what the candidate keeps to themselves, and without feedback that has not opened. */
function asKnownBy(hostId: string, round: Round): Round {
  const reflection = round.reflection?.shared ? round.reflection : null;
  if (round.published) return { ...round, reflection };
  const feedback = Object.fromEntries(
    Object.entries(round.feedback).map(([memberId, own]) => [
      memberId,
      memberId === hostId ? own : { keepDoing: UNREAD, workOn: '' },
    ]),
  );
  const summary =
    round.summary && round.summary.by !== hostId ? { ...round.summary, text: UNREAD } : round.summary;
  return { ...round, reflection, feedback, summary };
}
