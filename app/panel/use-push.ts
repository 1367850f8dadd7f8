'use client';

import { panelOf } from '@/app/live/panel-view';
import { useRoomClient } from '@/app/live/use-room';
import { notify } from '@/app/ui/notify';
import { usePanelUi } from './panel-ui';

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
    void notify('Pushed to the candidate', { action: { label: 'Undo', run: undo } });
  };
}
