'use client';

import { useEffect, useRef } from 'react';
import { announce } from '@/app/ui/announce';
import { signalPassed, type TimeSignal } from './time-signals';
import type { AnswerTime } from './use-time';

/** Announces the signals of the live answer's clock to screen readers, once each. Signals from before stay silent. */
export function useTimeSignals(
  askId: string | null,
  time: AnswerTime | null,
  words: Partial<Record<TimeSignal, string>>,
): void {
  const before = useRef<{ askId: string | null; time: AnswerTime } | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = time && { askId, time };
    if (!time || last?.askId !== askId) return;
    const said = signalPassed(last.time, time, words);
    if (said) announce(said);
  });
}
