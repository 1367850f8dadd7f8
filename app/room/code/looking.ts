import { useSyncExternalStore } from 'react';
import type { LineRange } from '@/server/protocol/code';

/** What this window looks at in the code of an ask. */
interface Look {
  askId: string;
  /** The planted issue that was last marked: its lines are marked in the code. */
  pointId: string | null;
  /** The lines that are selected in the code. */
  lines: LineRange | null;
}

let look: Look | null = null;
const listeners = new Set<() => void>();

const lookAt = (askId: string): Look =>
  look?.askId === askId ? look : { askId, pointId: null, lines: null };

function change(next: Look): void {
  look = next;
  for (const listener of listeners) listener();
}

export function lookAtIssue(askId: string, pointId: string): void {
  change({ ...lookAt(askId), pointId });
}

export function selectLines(askId: string, lines: LineRange | null): void {
  change({ ...lookAt(askId), lines });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const none = () => null;

function useLook(askId: string | null): Look | null {
  const now = useSyncExternalStore(subscribe, () => look, none);
  return now?.askId === askId ? now : null;
}

/** The id of the issue that was last marked, for an ask. */
export function useIssueLookedAt(askId: string | null): string | null {
  return useLook(askId)?.pointId ?? null;
}

export function useSelectedLines(askId: string): LineRange | null {
  return useLook(askId)?.lines ?? null;
}
