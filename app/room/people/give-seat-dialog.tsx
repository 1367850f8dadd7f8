'use client';

import { useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import type { FreeSeat } from './use-everybody';

interface GiveSeatDialogProps {
  open: boolean;
  /** Who gets it. */
  memberId: string;
  seat: FreeSeat | null;
  onClose: () => void;
}

/** Asks first, since what somebody has read in a seat cannot be taken back. */
export function GiveSeatDialog({ open, memberId, seat, onClose }: GiveSeatDialogProps) {
  const send = useSend();
  if (!seat) return null;
  const holds =
    seat.role === 'candidate'
      ? 'their questions, reflection and scorecard'
      : 'their private notes, ratings and verdict, and what the panel has opened so far';
  return (
    <Dialog
      alert
      open={open}
      onClose={onClose}
      title={`Give them the seat of ${seat.called}?`}
      description={`${seat.called}, ${seat.role}, ${seat.words}. Whoever gets this seat sees ${holds}. Only do this if you know that it is them: you cannot take it back.`}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Don’t give it</Button>
          </DialogClose>
          <Button
            variant="primary"
            onClick={() => {
              void send({ type: 'GiveSeat', memberId, seatOf: seat.id });
              onClose();
            }}
          >
            Give the seat
          </Button>
        </>
      }
    />
  );
}
