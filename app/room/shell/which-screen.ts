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

/** The screen that a person sees, by their role and how far the room is. */
export function screenOf({ audience, view, mine }: LiveState): ScreenName {
  if (audience === null) return 'connecting';
  if (audience === 'waiting') return 'waiting';
  const { room, round } = view;
  if (!room) return 'connecting';
  if (room.phase === 'ended') return 'ended';
  // A led room may go on with another candidate, and this one is told nothing about them.
  if (audience === 'candidate' && !round && mine?.satIn) return 'over';
  if (room.phase === 'lobby' || !round) return 'lobby';
  if (audience !== 'candidate') return 'panel';
  // Another candidate's round is over, and this one's is still to come.
  if (mine && round.candidateId !== mine.memberId) return 'lobby';
  return round.phase === 'asking' ? 'candidate' : 'green-room';
}
