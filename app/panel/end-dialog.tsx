'use client';

import { useState } from 'react';
import { usePanel, useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import { usePanelUi } from './panel-ui';

/** The end of the room, for everybody. */
export default function EndDialog() {
  const { open } = usePanelUi();
  const phase = usePanel((view) => view.round?.phase ?? null);
  const send = useSend();
  const [sending, setSending] = useState(false);
  const unpublished = phase !== null && phase !== 'published';
  const end = async () => {
    setSending(true);
    await send({ type: 'EndRoom' });
    open(null);
  };
  return (
    <Dialog
      open
      alert
      onOpenChange={() => open(null)}
      title="End the room for everybody?"
      description={
        unpublished
          ? 'This round has not been published: it ends without a scorecard. Scorecards of earlier rounds stay in everybody’s history.'
          : 'Nobody can come back in. Scorecards stay in the history of everybody entitled to them.'
      }
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Stay</Button>
          </DialogClose>
          <Button variant="danger" pending={sending} onClick={() => void end()}>
            End the room
          </Button>
        </>
      }
    />
  );
}
