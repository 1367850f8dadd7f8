'use client';

import { useEffect, useRef } from 'react';
import { useCandidate } from '@/app/live/use-room';
import type { AnswerTime } from '@/app/live/use-time';
import { announce } from '@/app/ui/announce';
import { thresholdPassed } from './time-words';

/** Speaks what came up on the screen: the question, its follow-ups, the clock, and that it waits. */
export function useAnnouncements(time: AnswerTime | null): void {
  const prompt = useCandidate((view) => view.prompt);
  const moment = useCandidate((view) => view.clock?.moment ?? false);
  useEffect(() => announce('You are in the hot seat.', 'assertive'), []);
  useNews(prompt?.askId ?? null, () => {
    if (prompt) announce(`Question ${prompt.no}, from ${prompt.askedBy}. ${prompt.prompt}`, 'assertive');
    else announce('The panel is choosing the next question.');
  });
  const last = prompt?.followUps.at(-1);
  useNews(last ? `${prompt?.askId}/${last.id}` : null, () => {
    if (last) announce(`Follow-up. ${last.text}`, 'assertive');
  });
  useNews(moment, () => announce(moment ? 'The clock waits for you.' : 'The clock runs again.'));
  useThresholds(prompt?.askId ?? null, time);
}

/** Runs when `value` is another than before, and not for the one that was there at first. */
function useNews(value: string | boolean | null, tell: () => void): void {
  const known = useRef(value);
  useEffect(() => {
    if (known.current === value) return;
    known.current = value;
    tell();
  });
}

function useThresholds(askId: string | null, time: AnswerTime | null): void {
  const before = useRef<{ askId: string | null; leftMs: number } | null>(null);
  useEffect(() => {
    if (!time) {
      before.current = null;
      return;
    }
    const words =
      before.current?.askId === askId ? thresholdPassed(before.current.leftMs, time.leftMs) : null;
    if (words) announce(words);
    before.current = { askId, leftMs: time.leftMs };
  });
}
