'use client';

import { usePanel, useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import { notify } from '@/app/ui/notify';
import { usePanelUi } from './panel-ui';
import { useNameOf } from './use-panel-room';

/** Asks before a round that began by mistake is discarded with everything written in it. */
export default function DiscardDialog() {
  const { open } = usePanelUi();
  const round = usePanel((view) => view.round);
  const nameOf = useNameOf();
  const send = useSend();
  if (!round) return null;
  const discard = async () => {
    open(null);
    const ack = await send({ type: 'DiscardRound', roundId: round.roundId });
    if (ack.ok) void notify('The round was discarded. It leaves no scorecard.');
  };
  return (
    <Dialog
      open
      alert
      onClose={() => open(null)}
      title="Discard this round?"
      description={`It leaves no scorecard, and everybody’s notes and ratings in it are gone. ${nameOf(round.candidateId)} can still have a round. Its questions count as heard.`}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Go on with it</Button>
          </DialogClose>
          <Button variant="danger" onClick={() => void discard()}>
            Discard the round
          </Button>
        </>
      }
    />
  );
}
