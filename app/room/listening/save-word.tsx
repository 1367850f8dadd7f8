'use client';

import { type SaveState, useSaveState } from '@/app/live/use-room';

const WORDS: Record<SaveState, string> = {
  saved: 'Saved',
  saving: 'Saving…',
  kept: 'Kept here until you are back',
};

/** What became of all that I wrote, in a quiet word. */
export function SaveWord() {
  return <span className="text-ink-soft text-xs">{WORDS[useSaveState()]}</span>;
}
