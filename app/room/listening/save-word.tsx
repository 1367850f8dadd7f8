'use client';

import { useState } from 'react';
import { type SaveState, useSaveState } from '@/app/live/use-room';

const WORDS: Record<SaveState, string> = {
  saved: 'Saved',
  saving: 'Saving…',
  kept: 'Kept here until you are back',
};

/** One quiet word that says whether everything I wrote is saved; none before I wrote anything. */
export function SaveWord() {
  const state = useSaveState();
  const [hasSaved, setSaved] = useState(state !== 'saved');
  if (state !== 'saved' && !hasSaved) setSaved(true);
  return hasSaved ? <span className="text-ink-soft text-xs">{WORDS[state]}</span> : null;
}
