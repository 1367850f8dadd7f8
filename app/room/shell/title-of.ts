import type { LiveState } from '@/app/live/live-state';
import { clock as clockText } from '@/app/ui/format';
import { PHASE_WORDS } from '@/app/ui/phase-words';
import { ownOf } from '@/server/protocol/in-order';
import { answerMs, usedMs } from '@/server/room/rules';

export type Light = 'live' | 'paused' | 'off';

/** The title of a background tab: "● 2:14 Live". `now`: the server's time (ms). */
export function tabOf(
  { connection, view, waiting }: LiveState,
  now: number,
): { words: string; light: Light } {
  if (connection.kind === 'stopped') return { words: 'Not connected', light: 'off' };
  if (connection.kind === 'offline') return { words: 'Offline', light: 'off' };
  if (connection.kind !== 'live') return { words: 'Connecting…', light: 'off' };
  if (waiting) return { words: 'Waiting to be let in', light: 'paused' };
  const { room, round, clock, asks } = view;
  if (room?.phase === 'ended') return { words: 'Ended', light: 'off' };
  if (!round || room?.phase === 'lobby') return { words: 'Lobby', light: 'paused' };
  if (clock) {
    const ask = asks && ownOf(asks.asks, clock.askId);
    const time = clockText(ask ? answerMs(ask, clock, now) : usedMs(clock, now));
    if (clock.runningSince === null) return { words: `❚❚ ${time} Paused`, light: 'paused' };
    return { words: `● ${time} Live`, light: 'live' };
  }
  if (round.phase === 'asking') return { words: '● Live', light: 'live' };
  return { words: PHASE_WORDS[round.phase], light: 'paused' };
}
