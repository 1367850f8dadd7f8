'use client';

import { panelOf } from '@/app/live/panel-view';
import { useRoomClient } from '@/app/live/use-room';
import { usedMs } from '@/app/live/use-time';
import type { PanelAsk } from '@/server/protocol/views';

/** Tells, whenever it is called, how far (whole ms) into the answer we are by the server's clock. */
export function useAnswerNow(ask: PanelAsk): () => number {
  const client = useRoomClient();
  return () => {
    const { clock } = panelOf(client.getState().slices);
    const ms = clock?.askId === ask.askId ? usedMs(clock, client.clock.now()) : ask.elapsedMs;
    return Math.max(0, Math.round(ms));
  };
}
