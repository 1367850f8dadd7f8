'use client';

import { useBank } from '@/app/live/use-bank';
import { useLive, useMine, usePanel } from '@/app/live/use-room';
import { useCalled } from '@/app/room/people/use-everybody';
import type { Bank } from '@/server/protocol/bank';
import { inOrder, ownOf } from '@/server/protocol/in-order';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { maySteer } from '@/server/room/rules';
import { type Selected, usePanelUi } from './panel-ui';

/** Observers watch, and rate for practice; they steer nothing. */
export const useIsObserver = (): boolean => useLive((state) => state.audience === 'observer');

/** What became of somebody in the hot seat: `Jonas, in the hot seat, left the room.` */
export const GONE = { left: 'left the room', removed: 'was removed from the room' } as const;

/** How somebody who was in the room went; null while they are in it. */
export const useGone = (memberId: string | null): keyof typeof GONE | null =>
  usePanel((view) => ownOf(view.roster.gone, memberId)?.how ?? null);

/** Names by member id, also of people who have left: a number or a word distinguishes people of the same name. */
export function useNameOf(): (memberId: string) => string {
  const { members } = usePanel((view) => view.roster);
  const me = useMine((mine) => mine.memberId);
  const called = useCalled();
  return (memberId) => {
    const own = memberId === me ? ownOf(members, memberId) : undefined;
    return own ? `${own.name} (you)` : called(memberId, 'Somebody who left');
  };
}

/** The host and the member who asked steer a live ask: its clock, withdraw, skip. */
export function useMayControl(ask: PanelAsk | null): boolean {
  const audience = useLive((state) => state.audience);
  const me = useMine((mine) => mine.memberId);
  return ask !== null && me !== null && maySteer(audience, me, ask.askedBy);
}

/** The same, but as short as possible while every name stays unique. */
export function useShortNameOf(): (memberId: string) => string {
  const { members, gone } = usePanel((view) => view.roster);
  const me = useMine((mine) => mine.memberId);
  const nameOf = useNameOf();
  const first = (name: string) => name.split(/\s+/u)[0] ?? name;
  const names = [...inOrder(members), ...Object.values(gone)].map(({ name }) => name);
  return (memberId) => {
    if (memberId === me) return 'You';
    const name = (ownOf(members, memberId) ?? ownOf(gone, memberId))?.name;
    const isOnlyOne = name && names.filter((other) => first(other) === first(name)).length === 1;
    return isOnlyOne ? first(name) : nameOf(memberId);
  };
}

/** Who has the hot seat next: a peer room says it; in a led room it is the candidate who has not sat yet. */
export function useNextCandidate(): string | null {
  return usePanel(({ room, round, roster }) =>
    room.format === 'peer'
      ? (round?.nextId ?? null)
      : (inOrder(roster.members).find(({ role, sat }) => role === 'candidate' && !sat)?.id ?? null),
  );
}

/** The parts of a pack's item that the screens of a round show. */
export type PackItem = Bank['items'][number];

export type Shown =
  /** A question of this round; its item may not have arrived yet. */
  | { ask: PanelAsk; item: PackItem | null; live: boolean }
  /** A question that has not been asked yet. */
  | { ask: null; item: PackItem; live: false };

/** What the middle shows: the selected question, or else the live one; null if there is neither. */
export function useShown(): Shown | null {
  return useFound(usePanelUi().selected);
}

/** What the right column and the keys are about: the live question, whatever is read beside it; without one, what is read. */
export function useJudged(): Shown | null {
  const { selected } = usePanelUi();
  const isLive = usePanel((view) => view.asks.liveAskId !== null);
  return useFound(isLive ? null : selected);
}

function useFound(selected: Selected): Shown | null {
  const { asks, liveAskId } = usePanel((view) => view.asks);
  const onAir = usePanel((view) => view.live);
  const { replayed } = usePanelUi();
  const { bank } = useBank();
  const items = replayed ?? bank?.items ?? [];
  const ofBank = (itemId: string) => items.find((other) => other.id === itemId) ?? null;
  if (selected?.kind === 'item') {
    const item = ofBank(selected.itemId);
    return item && { ask: null, item, live: false };
  }
  const ask = ownOf(asks, selected?.askId ?? liveAskId);
  if (!ask) return null;
  const item = onAir?.askId === ask.askId ? onAir.item : ofBank(ask.itemId);
  return { ask, item, live: ask.askId === liveAskId };
}
