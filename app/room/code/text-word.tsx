import type { TextState } from './shared-text';

const WORDS: Record<TextState, string> = {
  loading: 'Loading the code',
  saved: 'Saved',
  saving: 'Saving',
  kept: 'Not saved yet: kept in this window until you are back online. Do not reload it.',
};

/** Whether the record holds all that is in the editor. */
export function TextWord({ state, writes }: { state: TextState; writes: boolean }) {
  return (
    <p role="status" className="text-ink-soft text-sm">
      <span>{WORDS[state]}</span>
      {writes ? (
        <span className="max-sm:hidden"> · Tab indents; Escape, then Tab leaves the code</span>
      ) : null}
    </p>
  );
}
