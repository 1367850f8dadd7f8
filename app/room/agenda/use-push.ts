'use client';

import { panelOf } from '@/app/live/panel-view';
import type { RoomClient } from '@/app/live/room-client';
import { useRoomClient } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { notify } from '@/app/ui/notify';

/** Puts a question to the candidate at once; for some seconds it can be taken back. */
export function usePush(): (itemId: string) => Promise<void> {
  const client = useRoomClient();
  const { select, show } = usePanelUi();
  const asksNow = () => panelOf(client.getState().slices).asks;
  return async (itemId) => {
    const before = asksNow().liveAskId;
    select(null);
    show('question');
    const ack = await client.send({ type: 'PushItem', itemId, liveAskId: before });
    if (!ack.ok) return;
    const pushed = asksNow();
    const askId = pushed.liveAskId;
    if (pushed.asks.find((ask) => ask.askId === askId)?.itemId !== itemId || askId === null) return;
    const undo = () => {
      void client.send({ type: 'WithdrawAsk', askId });
      if (before !== null) void client.send({ type: 'ReturnToAsk', askId: before });
    };
    void offerUndo(client, askId, undo);
  };
}

/** Stands only for as long as the question can be taken back: live, not revealed, and the room asking. */
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
  const { asks, round } = panelOf(client.getState().slices);
  const isRevealed = asks.asks.some((ask) => ask.askId === askId && ask.revealed);
  return asks.liveAskId === askId && !isRevealed && round?.phase === 'asking';
}
