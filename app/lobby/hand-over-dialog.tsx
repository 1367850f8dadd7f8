'use client';

import { useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import type { Person } from './use-everybody';

interface AskProps {
  person: Person;
  open: boolean;
  onClose: () => void;
}

/** Only the new host can give it back, so it is asked. */
export function HandOverDialog({ person, open, onClose }: AskProps) {
  const send = useSend();
  return (
    <Dialog
      alert
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={`Hand over to ${person.name}`}
      description={`${person.name} steers from then on, and you stay on the panel. Only ${person.name} can hand it back.`}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Stay the host</Button>
          </DialogClose>
          <Button
            variant="primary"
            onClick={() => {
              void send({ type: 'HandOverHost', memberId: person.id });
              onClose();
            }}
          >
            Hand over
          </Button>
        </>
      }
    />
  );
}
