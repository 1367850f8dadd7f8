'use client';

import { useEffect, useSyncExternalStore } from 'react';
import type { Bank } from '@/server/protocol/bank';
import { bankStore } from './bank-store';
import { usePanel } from './use-room';

export interface BankState {
  /** Null while it loads, if it could not be loaded, and if there is nothing to push. */
  bank: Bank | null;
  failed: boolean;
  retry: () => void;
}

/** Everything that may be pushed in this round. It is fetched once, where it is first needed. */
export function useBank(): BankState {
  const roomId = usePanel((view) => view.room.roomId);
  const id = usePanel((view) => view.bank.id);
  const path = id === null ? null : `/api/rooms/${roomId}/bank/${id}`;
  const entry = useSyncExternalStore(
    bankStore.subscribe,
    () => bankStore.get(path),
    () => null,
  );
  useEffect(() => {
    bankStore.want(path);
    return () => bankStore.drop(path);
  }, [path]);
  return {
    bank: entry?.kind === 'here' ? entry.bank : null,
    failed: entry?.kind === 'failed',
    retry: () => bankStore.retry(path),
  };
}
