import { channelOf, currentRound, type RoomState, type Round } from '../../room/core/state';
import type { Lived } from '../lives';
import type { Random } from '../seeded-random';

/** A room's life from the point of view of one member, at its end. */
export interface Scene {
  lives: readonly Lived[];
  end: RoomState;
  round: Round;
  /** The step at which the current (or last) round began. */
  since: number;
  viewer: string;
  random: Random;
}

/** The scenes of a life: one for each member who still sees something, in a room with a round. */
export function scenesOf(lives: readonly Lived[], random: Random): Scene[] {
  const end = lives.at(-1)?.after;
  const round = end && currentRound(end);
  if (!end || !round) return [];
  const since = lives.findIndex(({ after }) => after && currentRound(after)?.roundId === round.roundId);
  return end.members
    .filter(({ memberId }) => channelOf(end, memberId) !== null && !changedSides(lives, end, memberId))
    .map(({ memberId }) => ({ lives, end, round, since, viewer: memberId, random }));
}

/** Whether the viewer was a part of the current round, and so has seen what happened in it. */
export function sawRound({ lives, since, viewer }: Scene): boolean {
  return lives.some(({ after }, index) => {
    const channel = after && index >= since ? channelOf(after, viewer) : null;
    return channel !== null && !['bench', 'waiting'].includes(channel);
  });
}

/** Whether a member of a led room's panel became the candidate, and so has already seen a candidate's secrets. */
function changedSides(lives: readonly Lived[], end: RoomState, memberId: string): boolean {
  const isOnPanel = (state: RoomState) => ['host', 'panel'].includes(channelOf(state, memberId) ?? '');
  if (end.settings.format === 'peer' || isOnPanel(end)) return false;
  return lives.some(({ after }) => after !== null && isOnPanel(after));
}
