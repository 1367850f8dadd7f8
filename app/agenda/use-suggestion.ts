'use client';

import { useState } from 'react';
import type { Answer } from '@/app/http';
import type { AgendaWish, SlotSuggestion, SlotsWish, Suggestion } from '@/server/protocol/agenda-wish';
import { MINUTES_PROBLEM, readMinutes } from './minutes';

export type AskForAgenda = (wish: AgendaWish) => Promise<Answer<Suggestion>>;
export type AskForSlots = (wish: SlotsWish) => Promise<Answer<SlotSuggestion>>;

/** The fields of every wish. The minutes are as typed, everything else as it is sent. */
interface Time {
  minutes: number;
  targetSeconds: number | null;
}

/** Asks for a suggestion. `suggest` resolves with null if there is something to fix first. */
export function useSuggestion<W extends object, S extends { picks: readonly unknown[] }>(
  first: W,
  ask: (wish: W & Time) => Promise<Answer<S>>,
  targetSeconds: number | null,
) {
  const [wish, setWish] = useState(first);
  const [typed, setTyped] = useState('30');
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const minutes = readMinutes(typed);

  async function suggest(): Promise<S | null> {
    setTried(true);
    setFailure(null);
    if (minutes === null) return null;
    setPending(true);
    const answer = await ask({ ...wish, minutes, targetSeconds });
    setPending(false);
    if (answer.ok && answer.value.picks.length > 0) return answer.value;
    setFailure(answer.ok ? 'No question fits into that time. Allow more minutes.' : answer.message);
    return null;
  }

  return {
    wish,
    change: (part: Partial<W>) => setWish((before) => ({ ...before, ...part })),
    minutes: {
      value: typed,
      problem: tried && minutes === null ? MINUTES_PROBLEM : null,
      onChange: setTyped,
    },
    pending,
    failure,
    suggest,
  };
}
