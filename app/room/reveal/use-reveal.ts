'use client';

import { useSend } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';

/** Opens the ratings of an ask, and shows them: in a narrow window they stand in another tab than one's own. */
export function useReveal(): (askId: string) => void {
  const send = useSend();
  const { show } = usePanelUi();
  return (askId) => {
    show('question');
    void send({ type: 'RevealRatings', askId });
  };
}
