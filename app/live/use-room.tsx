'use client';

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { inOrder, ownOf } from '@/server/protocol/in-order';
import type { Mine, MyAsk } from '@/server/protocol/mine';
import type { PanelAsk } from '@/server/protocol/view-asking';
import type { CandidateView, PanelView } from '@/server/protocol/views';
import { keepsForLong } from './coalesce';
import type { Connection, LiveState } from './live-state';
import { candidateOf, panelOf } from './panel-view';
import type { RoomClient } from './room-client';

const RoomContext = createContext<RoomClient | null>(null);

export function RoomProvider({ client, children }: { client: RoomClient; children: ReactNode }) {
  return <RoomContext value={client}>{children}</RoomContext>;
}

export function useRoomClient(): RoomClient {
  const client = useContext(RoomContext);
  if (!client) throw new Error('This part of the screen must be inside a RoomProvider.');
  return client;
}

/** Renders again only when the selected value changes (`Object.is`): select slices or primitives, build nothing. */
export function useLive<T>(select: (state: LiveState) => T): T {
  const client = useRoomClient();
  const read = () => select(client.getState());
  return useSyncExternalStore(client.subscribe, read, read);
}

/** For hosts, panelists and observers. */
export const usePanel = <T,>(select: (view: PanelView) => T): T =>
  useLive((state) => select(panelOf(state.view)));

export const useCandidate = <T,>(select: (view: CandidateView) => T): T =>
  useLive((state) => select(candidateOf(state.view)));

export const useConnection = (): Connection => useLive((state) => state.connection);

export const useIsHost = (): boolean => useLive((state) => state.audience === 'host');

/** Whether steering (push, pause, reveal, …) can work now. Writing for oneself always works. */
export const useOnline = (): boolean => useLive((state) => state.connection.kind === 'live');

export function useMine<T>(select: (mine: Mine) => T): T | null {
  return useLive((state) => (state.mine ? select(state.mine) : null));
}

/** One's own ticks, notes and ratings of one ask, including pending ones; null while there are none. */
export const useMyAsk = (askId: string | null): MyAsk | null =>
  useMine((mine) => ownOf(mine.asks, askId) ?? null);

/** The asks of this round in order. */
export const useAsks = (): readonly PanelAsk[] => usePanel((view) => inOrder(view.asks.asks));

/** A stable function that resolves with the room's answer. It shows rejections to the person itself. */
export const useSend = (): RoomClient['send'] => useRoomClient().send;

export type SaveState = 'saved' | 'saving' | 'kept';

/** The state of everything this person wrote for themselves: saved, on its way, or kept here until the connection is back. */
export function useSaveState(): SaveState {
  return useLive(({ pending, connection, held }) => {
    if (!pending.some(({ command }) => keepsForLong(command))) return 'saved';
    return connection.kind === 'live' && !held ? 'saving' : 'kept';
  });
}

/** The unsent text under this name, which survives a reload. An empty text clears it. */
export function useDraft(name: string): [text: string, set: (text: string) => void] {
  const { drafts } = useRoomClient();
  const read = () => drafts.get(name);
  const text = useSyncExternalStore(
    (listener) => drafts.subscribe(name, listener),
    read,
    () => '',
  );
  return [text, (next) => drafts.set(name, next)];
}

export type MemberPresence =
  | { state: 'here' }
  | { state: 'away'; since: number }
  | { state: 'unknown'; told: boolean };

const here: MemberPresence = { state: 'here' };
/** The server has told nothing yet, or cannot tell. */
const untold: MemberPresence = { state: 'unknown', told: false };
const unseen: MemberPresence = { state: 'unknown', told: true };

export function usePresence(): (memberId: string) => MemberPresence {
  const presence = useLive((state) => state.presence);
  return (memberId) => {
    if (!presence) return untold;
    if (presence.here.includes(memberId)) return here;
    const away = presence.away.find((member) => member.id === memberId);
    return away ? { state: 'away', since: away.since } : unseen;
  };
}
