'use client';

import { useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';

/** Asks a person in the hot seat once, since the panel is in the middle of asking them. */
export function LeaveRoundDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const send = useSend();
  return (
    <Dialog
      alert
      open={open}
      onClose={onClose}
      title="Leave in the middle of your round?"
      description="The panel is told that you left. If your clock is running, it keeps running. You can come back from the home page in this browser."
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Stay</Button>
          </DialogClose>
          <Button variant="danger" onClick={() => void send({ type: 'LeaveRoom' })}>
            Leave the room
          </Button>
        </>
      }
    />
  );
}
