'use client';

import { useIsHost, useLive, useMine, usePanel } from '@/app/live/use-room';
import type { BankSlice, PanelAsk } from '@/server/protocol/views';
import { usePanelUi } from './panel-ui';

/** Observers look, and rate for practice; they steer nothing. */
export const useIsObserver = (): boolean => useLive((state) => state.audience === 'observer');

/** Names by member id. Who has left is still somebody. */
export function useNameOf(): (memberId: string) => string {
  const { members } = usePanel((view) => view.roster);
  const me = useMine((mine) => mine.memberId);
  return (memberId) => {
    const name = members.find((member) => member.id === memberId)?.name ?? 'Somebody who left';
    return memberId === me ? `${name} (you)` : name;
  };
}

/** The host and whoever asked steer a live ask: its clock, withdraw, skip. */
export function useMayControl(ask: PanelAsk | null): boolean {
  const isHost = useIsHost();
  const me = useMine((mine) => mine.memberId);
  const isObserver = useIsObserver();
  return ask !== null && !isObserver && (isHost || ask.askedBy === me);
}

/** The same, as short as it can be without two people being the same. */
export function useShortNameOf(): (memberId: string) => string {
  const { members } = usePanel((view) => view.roster);
  const me = useMine((mine) => mine.memberId);
  const first = (name: string) => name.split(/\s+/u)[0] ?? name;
  return (memberId) => {
    if (memberId === me) return 'You';
    const name = members.find((member) => member.id === memberId)?.name;
    if (!name) return 'Left';
    const isOnlyOne = members.filter((member) => first(member.name) === first(name)).length === 1;
    return isOnlyOne ? first(name) : name;
  };
}

export type PackItem = BankSlice['items'][number];

export interface Shown {
  /** Null for a question that was not asked yet. */
  ask: PanelAsk | null;
  item: PackItem;
  live: boolean;
}

/** What the middle shows: what was selected, else the live question; null when there is neither. */
export function useShown(): Shown | null {
  const { selected } = usePanelUi();
  const { asks, liveAskId } = usePanel((view) => view.asks);
  const bank = usePanel((view) => view.bank);
  const askId = selected?.kind === 'ask' ? selected.askId : selected ? null : liveAskId;
  const ask = asks.find((other) => other.askId === askId) ?? null;
  const itemId = selected?.kind === 'item' ? selected.itemId : ask?.itemId;
  const item = bank.items.find((other) => other.id === itemId);
  return item ? { ask, item, live: ask !== null && ask.askId === liveAskId } : null;
}
