'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { post } from '@/app/http';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import { Field } from '@/app/ui/field';
import { Input } from '@/app/ui/input';
import { nameProblem, UNREADABLE_NAME } from './name-problem';

interface RenameDialogProps {
  name: string;
  open: boolean;
  onClose: () => void;
}

/** Changes one's own name. */
export function RenameDialog({ name, open, onClose }: RenameDialogProps) {
  const router = useRouter();
  const form = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  function close() {
    setTyped(null);
    setProblem(null);
    onClose();
  }

  async function save() {
    const wish = typed ?? name;
    const wrong = nameProblem(wish);
    setProblem(wrong);
    if (wrong) return;
    setPending(true);
    const outcome = await post<{ name: string }>('/api/account/name', { name: wish });
    setPending(false);
    if (!outcome.ok) return setProblem(outcome.code === 'bad-command' ? UNREADABLE_NAME : outcome.message);
    close();
    router.refresh();
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      title="Change your name"
      description="This is the name others see in rooms that you open or join from now on."
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Cancel</Button>
          </DialogClose>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            Save
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) void save();
        }}
      >
        <Field label="Your name" error={problem}>
          {(control) => (
            <Input
              {...control}
              autoComplete="name"
              value={typed ?? name}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
