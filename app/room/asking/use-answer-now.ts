'use client';

import { panelOf } from '@/app/live/panel-view';
import { useRoomClient } from '@/app/live/use-room';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { answerMs } from '@/server/room/rules';

/** Gives a function that returns the whole ms into the answer, by the server's clock. */
export function useAnswerNow(ask: PanelAsk): () => number {
  const client = useRoomClient();
  return () => {
    const { clock } = panelOf(client.getState().view);
    return Math.max(0, Math.round(answerMs(ask, clock, client.clock.now())));
  };
}
