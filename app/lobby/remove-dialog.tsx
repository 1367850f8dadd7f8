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

/** Removing cannot be undone, so it is asked. */
export function RemoveDialog({ person, open, onClose }: AskProps) {
  const send = useSend();
  return (
    <Dialog
      alert
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={`Remove ${person.name}`}
      description={`${person.name} leaves at once and cannot come back. The link they came by is turned off, too; renew it for anybody who still needs it.`}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Keep in the room</Button>
          </DialogClose>
          <Button
            variant="danger"
            onClick={() => {
              void send({ type: 'RemoveMember', memberId: person.id });
              onClose();
            }}
          >
            Remove {person.name}
          </Button>
        </>
      }
    />
  );
}
