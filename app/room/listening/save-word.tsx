'use client';

import { type SaveState, useSaveState } from '@/app/live/use-room';

const WORDS: Record<SaveState, string> = {
  saved: 'Saved',
  saving: 'Saving…',
  kept: 'Kept here until you are back',
};

/** One quiet word that says whether everything I wrote is saved. */
export function SaveWord() {
  return <span className="text-ink-soft text-xs">{WORDS[useSaveState()]}</span>;
}
