'use client';

import { panelOf } from '@/app/live/panel-view';
import { useRoomClient, useSend } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { useNameOf } from '@/app/room/shell/use-panel-room';
import { notify } from '@/app/ui/notify';
import { opensByExcuse } from './excuse-words';

/** Excuses a rater, which can be undone; it asks once before an excuse that opens all verdicts, which cannot. */
export function useExcuse(): (memberId: string) => void {
  const send = useSend();
  const client = useRoomClient();
  const nameOf = useNameOf();
  const { open, excusing, askToExcuse } = usePanelUi();
  return (memberId) => {
    const { round, verdicts } = panelOf(client.getState().view);
    if (!round || !verdicts) return;
    const isLast = opensByExcuse(verdicts);
    if (isLast && excusing !== memberId) {
      askToExcuse(memberId);
      open('excuse');
      return;
    }
    askToExcuse(null);
    const { roundId } = round;
    void send({ type: 'ExcuseVerdict', roundId, memberId }).then((ack) => {
      if (!ack.ok || panelOf(client.getState().view).verdicts?.opened != null) return;
      const run = () => void send({ type: 'UnexcuseVerdict', roundId, memberId });
      void notify(`${nameOf(memberId)} is excused`, { action: { label: 'Undo', run } });
    });
  };
}
