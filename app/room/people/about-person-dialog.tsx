'use client';

import { useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import type { Person } from './use-everybody';

type AboutPerson = 'remove' | 'hand-over';

interface AboutPersonDialogProps {
  what: AboutPerson;
  person: Person;
  open: boolean;
  onClose: () => void;
}

/** Asks before what the host cannot take back: removing somebody, and handing over to them. */
export function AboutPersonDialog({ what, person, open, onClose }: AboutPersonDialogProps) {
  const send = useSend();
  const { title, description, stay, go, variant, type } = wordsFor(what, person.name);
  return (
    <Dialog
      alert
      open={open}
      onClose={onClose}
      title={title}
      description={description}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{stay}</Button>
          </DialogClose>
          <Button
            variant={variant}
            onClick={() => {
              void send({ type, memberId: person.id });
              onClose();
            }}
          >
            {go}
          </Button>
        </>
      }
    />
  );
}

function wordsFor(what: AboutPerson, name: string) {
  if (what === 'remove')
    return {
      title: `Remove ${name}`,
      description: `${name} leaves at once and cannot come back. The link they came by is turned off, too; renew it for anybody who still needs it.`,
      stay: 'Keep in the room',
      go: `Remove ${name}`,
      variant: 'danger',
      type: 'RemoveMember',
    } as const;
  return {
    title: `Hand over to ${name}`,
    description: `${name} steers from then on, and you stay on the panel. Only ${name} can hand it back.`,
    stay: 'Stay the host',
    go: 'Hand over',
    variant: 'primary',
    type: 'HandOverHost',
  } as const;
}
