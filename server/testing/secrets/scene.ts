import { channelOf, currentRound, type RoomState, type Round } from '../../room/core/state';
import type { Lived } from '../lives';
import type { Random } from '../seeded-random';

/** A room's life as one of its members may look at it, at its end. */
export interface Scene {
  lives: readonly Lived[];
  end: RoomState;
  round: Round;
  /** Where the round that goes on (or was the last) began. */
  since: number;
  viewer: string;
  random: Random;
}

/** The scenes of a life: one for each member who still sees something of a room with a round. */
export function scenesOf(lives: readonly Lived[], random: Random): Scene[] {
  const end = lives.at(-1)?.after;
  const round = end && currentRound(end);
  if (!end || !round) return [];
  const since = lives.findIndex(({ after }) => after && currentRound(after)?.roundId === round.roundId);
  return end.members
    .filter(({ memberId }) => channelOf(end, memberId) !== null && !changedSides(lives, end, memberId))
    .map(({ memberId }) => ({ lives, end, round, since, viewer: memberId, random }));
}

/** Somebody of a led room's panel whose role was put right: what is kept from a candidate, they have seen before. */
function changedSides(lives: readonly Lived[], end: RoomState, memberId: string): boolean {
  const isOnPanel = (state: RoomState) => ['host', 'panel'].includes(channelOf(state, memberId) ?? '');
  if (end.settings.format === 'peer' || isOnPanel(end)) return false;
  return lives.some(({ after }) => after !== null && isOnPanel(after));
}
