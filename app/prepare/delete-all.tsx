import { useState } from 'react';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';

/** Deletes every story, once that is confirmed: there is no way back. */
export function DeleteAll({ count, onDelete }: { count: number; onDelete: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  const label = `Delete all ${count} stories`;
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <Dialog
        alert
        open={asking}
        onClose={() => setAsking(false)}
        title="Delete all your stories?"
        description="You can’t get them back. Copy them first if you want to keep them."
        footer={
          <>
            <DialogClose>
              <Button>Keep them</Button>
            </DialogClose>
            <Button
              variant="danger"
              onClick={() => {
                setAsking(false);
                void onDelete();
              }}
            >
              {label}
            </Button>
          </>
        }
      />
    </>
  );
}
