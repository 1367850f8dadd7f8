'use client';

import { useState } from 'react';
import { useLive, useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import { isOver } from '@/server/room/rules';

/** Asks first, since the end of a room affects everybody. */
export function EndRoomDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const phase = useLive((state) => state.view.round?.phase ?? null);
  const send = useSend();
  const [sending, setSending] = useState(false);
  const unfinished = phase !== null && !isOver(phase);
  const end = async () => {
    setSending(true);
    await send({ type: 'EndRoom' });
    setSending(false);
    onClose();
  };
  return (
    <Dialog
      alert
      open={open}
      onClose={onClose}
      title="End the room for everybody?"
      description={
        unfinished
          ? 'This round is not over: it ends without a scorecard, unless you reopen the room and finish it. Scorecards of earlier rounds stay in everybody’s history.'
          : 'Everyone leaves. Scorecards stay in the history of everyone entitled to them. You can reopen the room.'
      }
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Keep it open</Button>
          </DialogClose>
          <Button variant="danger" pending={sending} onClick={() => void end()}>
            End the room
          </Button>
        </>
      }
    />
  );
}
