'use client';

import { panelOf } from '@/app/live/panel-view';
import type { RoomClient } from '@/app/live/room-client';
import { useRoomClient } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { notify } from '@/app/ui/notify';
import type { CodeMode } from '@/server/protocol/code';
import { ownOf } from '@/server/protocol/in-order';

export interface PushWish {
  mode?: CodeMode;
  /** The language of a scratch pad. */
  language?: string;
}

/** Pushes an item to the candidate at once; for some seconds the push can be undone. */
export function usePush(): (itemId: string, wish?: PushWish) => Promise<void> {
  const client = useRoomClient();
  const { select, show } = usePanelUi();
  const asksNow = () => panelOf(client.getState().view).asks;
  return async (itemId, wish = {}) => {
    const before = asksNow().liveAskId;
    select(null);
    show('question');
    const ack = await client.send({ type: 'PushItem', itemId, liveAskId: before, ...wish });
    if (!ack.ok) return;
    const pushed = asksNow();
    const askId = pushed.liveAskId;
    if (askId === null || ownOf(pushed.asks, askId)?.itemId !== itemId) return;
    const undo = () => {
      void client.send({ type: 'WithdrawAsk', askId });
      if (before !== null) void client.send({ type: 'ReturnToAsk', askId: before });
    };
    void offerUndo(client, askId, undo);
  };
}

/** The notice shows only while the question can be taken back: it is live, not revealed, and the round is asking. */
async function offerUndo(client: RoomClient, askId: string, undo: () => void): Promise<void> {
  let stopLooking = (): void => undefined;
  const dismiss = await notify('Pushed to the candidate', {
    action: { label: 'Undo', run: undo },
    onGone: () => stopLooking(),
  });
  const look = (): void => {
    if (canBeTakenBack(client, askId)) return;
    stopLooking();
    dismiss();
  };
  stopLooking = client.subscribe(look);
  look();
}

function canBeTakenBack(client: RoomClient, askId: string): boolean {
  const { asks, round } = panelOf(client.getState().view);
  const isRevealed = ownOf(asks.asks, askId)?.revealed;
  return asks.liveAskId === askId && !isRevealed && round?.phase === 'asking';
}
