import type { LiveState } from '@/app/live/live-state';

export type ScreenName =
  | 'connecting'
  | 'waiting'
  | 'lobby'
  | 'panel'
  | 'candidate'
  | 'green-room'
  | 'over'
  | 'ended';

/** What somebody sees of a room, by what they are in it and how far it is. */
export function screenOf({ audience, slices, mine }: LiveState): ScreenName {
  if (audience === null) return 'connecting';
  if (audience === 'waiting') return 'waiting';
  const { room, round } = slices;
  if (!room) return 'connecting';
  if (room.phase === 'ended') return 'ended';
  // A led room goes on with another candidate, of whom this one hears nothing.
  if (audience === 'candidate' && !round && mine?.satIn) return 'over';
  if (room.phase === 'lobby' || !round) return 'lobby';
  if (audience !== 'candidate') return 'panel';
  // Another candidate's round is over, and one's own is still to come.
  if (mine && round.candidateId !== mine.memberId) return 'lobby';
  return round.phase === 'asking' ? 'candidate' : 'green-room';
}
