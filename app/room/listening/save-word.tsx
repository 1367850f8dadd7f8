'use client';

import { useState } from 'react';
import { type SaveState, useLive, useSaveState } from '@/app/live/use-room';

const WORDS: Record<SaveState, string> = {
  saved: 'Saved',
  saving: 'Saving…',
  kept: 'Kept here until you are back',
};

/** Whether what I wrote is saved, in words. */
export const useSaveWord = (): string => WORDS[useSaveState()];

/** One quiet word that says whether everything I wrote is saved; none before anything was. */
export function SaveWord() {
  const state = useSaveState();
  const accepted = useLive((live) => live.accepted);
  const [before] = useState(accepted);
  if (state === 'saved' && accepted === before) return null;
  return <span className="text-ink-soft text-xs">{WORDS[state]}</span>;
}
