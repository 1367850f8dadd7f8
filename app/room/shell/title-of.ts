import type { LiveState } from '@/app/live/live-state';
import { usedMs } from '@/app/live/use-time';
import { clock as clockText } from '@/app/ui/format';

export type Light = 'live' | 'paused' | 'off';

/** What a background tab tells of the room: "● 2:14 Live". `now`: the server's time (ms). */
export function tabOf(
  { connection, slices, waiting }: LiveState,
  now: number,
): { words: string; light: Light } {
  if (connection.kind === 'stopped') return { words: 'Not connected', light: 'off' };
  if (connection.kind === 'offline') return { words: 'Offline', light: 'off' };
  if (connection.kind !== 'live') return { words: 'Connecting…', light: 'off' };
  if (waiting) return { words: 'Waiting to be let in', light: 'paused' };
  const { room, round, clock } = slices;
  if (room?.phase === 'ended') return { words: 'Ended', light: 'off' };
  if (!round || room?.phase === 'lobby') return { words: 'Lobby', light: 'paused' };
  if (clock) {
    const time = clockText(usedMs(clock, now));
    if (clock.runningSince === null) return { words: `❚❚ ${time} Paused`, light: 'paused' };
    return { words: `● ${time} Live`, light: 'live' };
  }
  if (round.phase === 'asking') return { words: '● Live', light: 'live' };
  if (round.phase === 'deliberating') return { words: 'Deliberation', light: 'paused' };
  return { words: round.phase === 'debrief' ? 'Debrief' : 'Published', light: 'paused' };
}
