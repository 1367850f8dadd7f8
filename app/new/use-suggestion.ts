'use client';

import { useState } from 'react';
import { post } from '@/app/account/post';
import type { AgendaWish, Suggestion } from '@/server/protocol/agenda-wish';

/** The wish as it is being typed. */
export interface WishDraft {
  minutes: string;
  level: string | null;
  groupIds: string[] | null;
  exercise: boolean;
  newFirst: boolean;
}

const MINUTES_MAX = 480;

/** Whole minutes as they were typed, or null. */
export function readMinutes(typed: string): number | null {
  const minutes = Number(typed.trim());
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= MINUTES_MAX ? minutes : null;
}

/** Asks for an agenda of a pack. `suggest` comes back with null when there is something to put right first. */
export function useSuggestion(packId: string, targetSeconds: number | null) {
  const [wish, setWish] = useState<WishDraft>({
    minutes: '30',
    level: null,
    groupIds: null,
    exercise: false,
    newFirst: true,
  });
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const minutes = readMinutes(wish.minutes);

  async function suggest(): Promise<Suggestion | null> {
    setTried(true);
    setFailure(null);
    if (minutes === null) return null;
    setPending(true);
    const asked: AgendaWish = { ...wish, minutes, targetSeconds };
    const answer = await post<Suggestion>(`/api/packs/${encodeURIComponent(packId)}/suggestion`, asked);
    setPending(false);
    if (answer.ok && answer.value.picks.length > 0) return answer.value;
    setFailure(answer.ok ? 'Not one question fits into that time. Take more minutes.' : answer.message);
    return null;
  }

  return {
    wish,
    change: (part: Partial<WishDraft>) => setWish((before) => ({ ...before, ...part })),
    problem: tried && minutes === null ? `Whole minutes, from 1 to ${MINUTES_MAX}.` : null,
    pending,
    failure,
    suggest,
  };
}
