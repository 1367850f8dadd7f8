'use client';

import { useState } from 'react';
import type { Answer } from '@/app/account/post';
import type { AgendaWish, Suggestion } from '@/server/protocol/agenda-wish';
import { MINUTES_PROBLEM, readMinutes } from './minutes';

/** The wish as it is being typed. */
export interface WishDraft {
  minutes: string;
  level: string | null;
  groupIds: string[] | null;
  exercise: boolean;
  newFirst: boolean;
}

export type AskForAgenda = (wish: AgendaWish) => Promise<Answer<Suggestion>>;

const FIRST: WishDraft = { minutes: '30', level: null, groupIds: null, exercise: false, newFirst: true };

/** Asks for an agenda. `suggest` comes back with null when there is something to put right first. */
export function useSuggestion(ask: AskForAgenda, targetSeconds: number | null) {
  const [wish, setWish] = useState(FIRST);
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const minutes = readMinutes(wish.minutes);

  async function suggest(): Promise<Suggestion | null> {
    setTried(true);
    setFailure(null);
    if (minutes === null) return null;
    setPending(true);
    const answer = await ask({ ...wish, minutes, targetSeconds });
    setPending(false);
    if (answer.ok && answer.value.picks.length > 0) return answer.value;
    setFailure(answer.ok ? 'Not one question fits into that time. Take more minutes.' : answer.message);
    return null;
  }

  return {
    wish,
    change: (part: Partial<WishDraft>) => setWish((before) => ({ ...before, ...part })),
    problem: tried && minutes === null ? MINUTES_PROBLEM : null,
    pending,
    failure,
    suggest,
  };
}
