'use client';

import { useId, useState } from 'react';
import { nameProblem } from '@/app/account/name-problem';
import { useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import { Field } from '@/app/ui/field';
import { Input } from '@/app/ui/input';

interface RenameDialogProps {
  memberId: string;
  name: string;
  mine?: boolean;
  open: boolean;
  onClose: () => void;
}

/** Changes one's own name or, for the host, anybody's. If the room rejects it, the dialog says why. */
export function RenameDialog({ memberId, name: before, mine = false, open, onClose }: RenameDialogProps) {
  const send = useSend();
  const form = useId();
  const [name, setName] = useState(before);
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const rename = async () => {
    const found = nameProblem(name);
    setProblem(found);
    if (found) return;
    setSending(true);
    const ack = await send({ type: 'RenameMember', memberId, name: name.trim() });
    setSending(false);
    if (ack.ok) onClose();
    else setProblem(ack.message);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={mine ? 'Your name in this room' : `Rename ${before}`}
      description="Everyone sees the new name at once, also on scorecards."
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Keep it</Button>
          </DialogClose>
          <Button type="submit" form={form} variant="primary" pending={sending}>
            Rename
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!sending) void rename();
        }}
      >
        <Field label="Name" error={problem}>
          {(control) => (
            <Input
              {...control}
              value={name}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
