import { useSyncExternalStore } from 'react';
import type { Selected } from './code-editor';

/** The lines on which something is now, by its id (`issueId`, `findIdOf`, …); none where they are gone. */
export type Whereabouts = ReadonlyMap<string, readonly number[]>;

/** What this window looks at in the code of an ask. */
interface Look {
  askId: string;
  /** The planted issue that was last marked or shown: its lines are marked in the code. */
  pointId: string | null;
  /** How often it was asked for: each time the code scrolls there. */
  times: number;
  selected: Selected | null;
  /** Null while no editor shows this code. */
  where: Whereabouts | null;
}

let look: Look | null = null;
const listeners = new Set<() => void>();

const lookAt = (askId: string): Look =>
  look?.askId === askId ? look : { askId, pointId: null, times: 0, selected: null, where: null };

function change(next: Look): void {
  look = next;
  for (const listener of listeners) listener();
}

export function lookAtIssue(askId: string, pointId: string): void {
  const now = lookAt(askId);
  change({ ...now, pointId, times: now.times + 1 });
}

export function select(askId: string, selected: Selected | null): void {
  const now = lookAt(askId);
  if (selected || now.selected) change({ ...now, selected });
}

/** Tells where marks and finds are; null when the editor closes. */
export function tellWhere(askId: string, where: Whereabouts | null): void {
  const now = lookAt(askId);
  const same = where && now.where && JSON.stringify([...where]) === JSON.stringify([...now.where]);
  if (!same) change({ ...now, where });
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

/** The id of the issue that was last marked or shown, for an ask, and how often it was. */
export function useIssueLookedAt(askId: string): { pointId: string; times: number } | null {
  const now = useLook(askId);
  return now?.pointId ? { pointId: now.pointId, times: now.times } : null;
}

export function useSelected(askId: string): Selected | null {
  return useLook(askId)?.selected ?? null;
}

/** Null while no editor shows the code of this ask. */
export function useWhereabouts(askId: string | null): Whereabouts | null {
  return useLook(askId)?.where ?? null;
}
