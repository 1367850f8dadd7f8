'use client';

import { useEffect, useSyncExternalStore } from 'react';

export type Fetched<T> =
  | { kind: 'away' }
  | { kind: 'coming' }
  | { kind: 'here'; code: T }
  | { kind: 'failed' };

const AWAY = { kind: 'away' } as const;

/** Code that loads when it is needed, and again after a failure, when the server restarted or the connection was lost. */
export class Later<T> {
  private state: Fetched<T> = AWAY;
  private coming: Promise<T | null> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly fetch: () => Promise<T>) {}

  getState = (): Fetched<T> => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Never rejects: null if it could not be loaded. */
  load = (): Promise<T | null> => {
    if (this.state.kind === 'here') return Promise.resolve(this.state.code);
    this.coming ??= this.bring();
    return this.coming;
  };

  /** Loads it before anybody needs it. A failure does not matter yet. */
  ahead = async (): Promise<void> => {
    const isMine = this.state.kind === 'away';
    if ((await this.load()) === null && isMine) this.show(AWAY);
  };

  private async bring(): Promise<T | null> {
    this.show({ kind: 'coming' });
    try {
      const code = await this.fetch();
      this.show({ kind: 'here', code });
      return code;
    } catch {
      this.show({ kind: 'failed' });
      return null;
    } finally {
      this.coming = null;
    }
  }

  private show(state: Fetched<T>): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** Loads the code as soon as it is `wanted`, and returns the outcome. */
export function useLater<T>(later: Later<T>, wanted = true): Fetched<T> {
  const state = useSyncExternalStore<Fetched<T>>(later.subscribe, later.getState, () => AWAY);
  const isAway = state.kind === 'away';
  useEffect(() => {
    if (wanted && isAway) void later.load();
  }, [later, wanted, isAway]);
  return state;
}
