'use client';

import Share from 'lucide-react/icons/share-2';
import { useState } from 'react';
import { Button } from '@/app/ui/button';
import { Dialog } from '@/app/ui/dialog';
import { ShareLinks } from './share-links';

/** Opens what there is to say about share links. */
export function ShareButton(place: { roomId: string; roundId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="quiet" onClick={() => setOpen(true)}>
        <Share size={16} aria-hidden="true" />
        Share
      </Button>
      <Dialog
        title="Share this scorecard"
        description="Anyone with the link can read what you see here, except your own notes. They need no account."
        open={open}
        onClose={() => setOpen(false)}
      >
        {open ? <ShareLinks {...place} /> : null}
      </Dialog>
    </>
  );
}
