import { useEffect, useRef, useState } from 'react';
import { useChange } from '@/app/live/use-change';
import { announce } from '@/app/ui/announce';
import type { TextState } from './shared-text';

const WORDS: Record<TextState, string> = {
  loading: 'Loading the code',
  saved: 'Saved',
  saving: 'Saving',
  kept: 'Not saved yet: kept in this browser until you are back online.',
  full: 'This code can’t take more changes. What was saved is safe.',
};

/** For so long (ms) all must be saved before it is said, so that the word does not change with every key. */
const CALM_MS = 1_000;

/** Whether the record holds all that is in the editor; empty for a reader. */
export function TextWord({ state, writes }: { state: TextState; writes: boolean }) {
  const shown = useCalm(state);
  // Only what changes what one can rely on: a word at every key would be read out over what is typed.
  const wasKept = useRef(false);
  useChange(shown, (now) => {
    if (!writes) return;
    if (now === 'kept' || now === 'full') announce(WORDS[now]);
    if (now === 'saved' && wasKept.current) announce(WORDS.saved);
    if (now !== 'saving') wasKept.current = now === 'kept';
  });
  if (!writes) return null;
  return (
    <p className="text-ink-soft text-sm">
      <span>{WORDS[shown]}</span>
      {shown === 'full' ? null : (
        <span className="max-sm:hidden"> · Tab indents; Escape, then Tab leaves the code</span>
      )}
    </p>
  );
}

function useCalm(state: TextState): TextState {
  const [shown, setShown] = useState(state);
  const isCalmer = state === 'saved' && shown === 'saving';
  useEffect(() => {
    const timer = setTimeout(() => setShown(state), isCalmer ? CALM_MS : 0);
    return () => clearTimeout(timer);
  }, [state, isCalmer]);
  return shown;
}
