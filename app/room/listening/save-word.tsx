'use client';

import { useState } from 'react';
import { type SaveState, useSaveState } from '@/app/live/use-room';

const WORDS: Record<SaveState, string> = {
  saved: 'Saved',
  saving: 'Saving…',
  kept: 'Kept here until you are back',
};

/** What became of all that I wrote, in a quiet word; none before anything was written. */
export function SaveWord() {
  const state = useSaveState();
  const [hasSaved, setSaved] = useState(state !== 'saved');
  if (state !== 'saved' && !hasSaved) setSaved(true);
  return hasSaved ? <span className="text-ink-soft text-xs">{WORDS[state]}</span> : null;
}
