'use client';

import { useEffect, useSyncExternalStore } from 'react';

export type Fetched<T> =
  | { kind: 'away' }
  | { kind: 'coming' }
  | { kind: 'here'; code: T }
  | { kind: 'failed' };

const AWAY = { kind: 'away' } as const;

/** Code that is fetched when it is needed, and again when that failed: the server restarted, or the line is down. */
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

  /** Never rejects: null when it could not be fetched. */
  load = (): Promise<T | null> => {
    if (this.state.kind === 'here') return Promise.resolve(this.state.code);
    this.coming ??= this.bring();
    return this.coming;
  };

  /** Fetches it before anybody needs it. That this fails is nobody's business. */
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

/** Fetches the code as soon as it is `wanted`, and tells what came of it. */
export function useLater<T>(later: Later<T>, wanted = true): Fetched<T> {
  const state = useSyncExternalStore<Fetched<T>>(later.subscribe, later.getState, () => AWAY);
  const isAway = state.kind === 'away';
  useEffect(() => {
    if (wanted && isAway) void later.load();
  }, [later, wanted, isAway]);
  return state;
}
