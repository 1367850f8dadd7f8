import { useSyncExternalStore } from 'react';

/** The planted issue that this window looks at: its lines are marked in the code. */
let chosen: { askId: string; pointId: string } | null = null;
const listeners = new Set<() => void>();

export function lookAtIssue(askId: string, pointId: string): void {
  chosen = { askId, pointId };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const none = () => null;

/** The id of the issue that was last marked, for an ask. */
export function useIssueLookedAt(askId: string | null): string | null {
  const now = useSyncExternalStore(subscribe, () => chosen, none);
  return now?.askId === askId ? now.pointId : null;
}
