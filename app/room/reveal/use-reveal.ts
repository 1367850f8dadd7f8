'use client';

import { panelOf } from '@/app/live/panel-view';
import { useRoomClient, useSend } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';

/**
 * Opens the ratings of an ask and shows them, which in a narrow window takes another tab. If somebody has not rated yet,
 * it asks once before.
 */
export function useReveal(): (askId: string) => void {
  const send = useSend();
  const { show, open, revealing, askToReveal } = usePanelUi();
  const client = useRoomClient();
  return (askId) => {
    const ask = panelOf(client.getState().view).asks.asks[askId];
    if (ask && ask.rated < ask.of && revealing !== askId) {
      askToReveal(askId);
      open('reveal');
      return;
    }
    askToReveal(null);
    show('question');
    void send({ type: 'RevealRatings', askId });
  };
}
