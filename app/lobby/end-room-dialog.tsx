'use client';

import { useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';

/** Ending is for good, so it is asked. */
export function EndRoomDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const send = useSend();
  return (
    <Dialog
      alert
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title="End this room"
      description="Everybody leaves and all links stop working. Scorecards that were published stay."
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Keep it open</Button>
          </DialogClose>
          <Button
            variant="danger"
            onClick={() => {
              void send({ type: 'EndRoom' });
              onClose();
            }}
          >
            End the room
          </Button>
        </>
      }
    />
  );
}
