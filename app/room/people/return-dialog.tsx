'use client';

import { useEffect, useState } from 'react';
import { post } from '@/app/http';
import { Button } from '@/app/ui/button';
import { CopyButton } from '@/app/ui/copy-button';
import { Dialog } from '@/app/ui/dialog';
import { Skeleton } from '@/app/ui/skeleton';
import { isLocal } from './is-local';
import { OwnDevices } from './own-devices';
import { QrPicture } from './qr-dialog';
import { useRoomSlice } from './use-everybody';

type Wanted = { kind: 'loading' } | { kind: 'failed'; message: string } | { kind: 'here'; url: string };

/** The link back into one's own seat, for another device or after the browser forgot the person. */
export function ReturnDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { roomId } = useRoomSlice();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Continue on another device"
      description="This link is yours alone: it opens the room as you. Keep it in case this browser forgets you, and don’t share it."
    >
      <div className="flex flex-col gap-5">
        <ReturnLink />
        <OwnDevices roomId={roomId} />
      </div>
    </Dialog>
  );
}

function ReturnLink() {
  const { roomId } = useRoomSlice();
  const [state, setState] = useState<Wanted>({ kind: 'loading' });
  const [renew, setRenew] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    void post<{ url: string }>(`/api/rooms/${roomId}/return-link`, { renew }).then((outcome) => {
      if (!isCurrent) return;
      setState(
        outcome.ok ? { kind: 'here', url: outcome.value.url } : { kind: 'failed', message: outcome.message },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [roomId, renew]);
  if (state.kind === 'loading') return <Skeleton className="size-60" />;
  if (state.kind === 'failed') return <p role="alert">{state.message}</p>;
  return (
    <div className="flex flex-col items-center gap-4">
      <QrPicture url={state.url} label="QR code of your return link" />
      {isLocal(state.url) ? (
        <p className="text-pretty text-ink-soft text-sm">
          This link works on this computer only, since you opened Hotseat at {location.hostname}.
        </p>
      ) : null}
      <div className="flex flex-wrap justify-center gap-2">
        <CopyButton text={state.url} label="Copy return link" />
        {renew ? null : (
          <Button variant="quiet" onClick={() => setRenew(true)}>
            Replace with a new link
          </Button>
        )}
      </div>
    </div>
  );
}
