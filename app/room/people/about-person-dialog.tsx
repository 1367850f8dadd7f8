'use client';

import { useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import type { Person } from './use-everybody';

export type AboutPerson = 'remove' | 'hand-over' | 'candidate' | 'candidate-at-door';

interface AboutPersonDialogProps {
  what: AboutPerson;
  person: Pick<Person, 'id' | 'name' | 'role'>;
  open: boolean;
  onClose: () => void;
}

/** Asks before the host removes a person or hands over to them, which they cannot undo themselves. */
export function AboutPersonDialog({ what, person, open, onClose }: AboutPersonDialogProps) {
  const send = useSend();
  const { title, description, stay, go, variant, command } = wordsFor(what, person);
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
              void send(command);
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

function wordsFor(what: AboutPerson, { id: memberId, name, role }: AboutPersonDialogProps['person']) {
  if (what === 'candidate-at-door')
    return {
      title: `Make ${name} the candidate`,
      description: `${name} used the link for ${role === 'observer' ? 'observers' : 'the panel'}. That link is replaced, so that they can’t join the panel’s side with it. Send the new one to anyone else who needs it.`,
      stay: 'Leave it',
      go: 'Make the candidate',
      variant: 'primary',
      command: { type: 'ChangeRole', memberId, role: 'candidate' },
    } as const;
  if (what === 'candidate')
    return {
      title: `Make ${name} the candidate`,
      description: `${name} was on the panel’s side, so they may have seen the agenda and the questions. Choose others if that matters. The links of the panel and of observers are replaced.`,
      stay: 'Leave it',
      go: 'Make the candidate',
      variant: 'primary',
      command: { type: 'ChangeRole', memberId, role: 'candidate' },
    } as const;
  if (what === 'remove')
    return {
      title: `Remove ${name}`,
      description: `${name} leaves at once, and only you can let them back in. The link they used is turned off too; renew it for anyone who still needs it.`,
      stay: 'Keep in the room',
      go: `Remove ${name}`,
      variant: 'danger',
      command: { type: 'RemoveMember', memberId },
    } as const;
  return {
    title: `Hand over to ${name}`,
    description: `${name} steers from then on, and you stay on the panel. Only ${name} can hand it back. All invite links are replaced.`,
    stay: 'Stay the host',
    go: 'Hand over',
    variant: 'primary',
    command: { type: 'HandOverHost', memberId },
  } as const;
}
