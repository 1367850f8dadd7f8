'use client';

import { useState } from 'react';
import { Button } from '@/app/ui/button';
import { ReturnDialog } from './own-dialogs';

/** For the host, as soon as the room is open: without this link nobody could let them in again. */
export function OwnReturn() {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-col items-start gap-2 border-line border-t pt-3.5 text-sm">
      <p className="text-ink-soft">
        Keep your own return link: it brings you back as the host if this browser forgets you.
      </p>
      <Button size="sm" onClick={() => setOpen(true)}>
        Show my return link
      </Button>
      <ReturnDialog open={open} onClose={() => setOpen(false)} />
    </div>
  );
}
