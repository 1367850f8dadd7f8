'use client';

import { usePanel } from '@/app/live/use-room';
import { type AnswerTime, useAnswerTime } from '@/app/live/use-time';
import { ownOf } from '@/server/protocol/in-order';

/** The live answer's time as the panel counts it: it ends at the reveal, while the candidate's clock runs on. */
export function usePanelTime(): AnswerTime | null {
  const clock = usePanel((view) => view.clock);
  const ask = usePanel((view) => (clock && ownOf(view.asks.asks, clock.askId)) ?? null);
  const time = useAnswerTime(clock);
  if (!time || !ask?.revealed) return time;
  return { ...time, usedMs: ask.elapsedMs, leftMs: time.targetMs - ask.elapsedMs };
}
