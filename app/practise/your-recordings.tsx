'use client';

import { useEffect, useState } from 'react';
import { onRecordings } from '@/app/room/alone/recordings';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import { plural } from '@/app/ui/format';
import { notify } from '@/app/ui/notify';
import { deleteAllHere, deleteOfGoneRooms, type KeptHere, keptHere } from './kept-here';

const MB = 1_000_000;

/** What this browser has of one's own voice and words, and the way to be rid of it. */
export function YourRecordings({ signedIn }: { signedIn: boolean }) {
  const [kept, setKept] = useState<KeptHere | null>(null);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const all = await keptHere();
      if (!isGone) setKept(all);
    };
    void read();
    const stop = onRecordings(() => void read());
    // The server tells only those who are signed in which practices are gone.
    if (signedIn) void deleteOfGoneRooms().then(read);
    return () => {
      isGone = true;
      stop();
    };
  }, [signedIn]);
  if (!kept || kept.recorded + kept.written === 0) return null;
  const what = inWords(kept);
  const remove = async () => {
    setAsking(false);
    try {
      await deleteAllHere();
      setKept(await keptHere());
      void notify('Deleted from this browser.');
    } catch {
      void notify('The browser did not delete them. Try again.', { failed: true });
    }
  };
  return (
    <section aria-labelledby="recordings" className="mt-12 border-line border-t pt-6">
      <h2 id="recordings" className="font-semibold">
        Your recordings and texts
      </h2>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-ink-soft text-sm">{what}, in this browser only.</p>
        <Button size="sm" variant="danger" onClick={() => setAsking(true)}>
          Delete all
        </Button>
      </div>
      <Dialog
        alert
        open={asking}
        onClose={() => setAsking(false)}
        title="Delete all of it?"
        description={`${what} will be deleted from this browser. There is no copy. Your scorecards stay.`}
        footer={
          <>
            <DialogClose>
              <Button>Keep them</Button>
            </DialogClose>
            <Button variant="danger" onClick={() => void remove()}>
              Delete all
            </Button>
          </>
        }
      />
    </section>
  );
}

function inWords({ recorded, bytes, written }: KeptHere): string {
  const parts = [
    recorded > 0 ? `${plural(recorded, 'answer')} recorded (${Math.max(0.1, bytes / MB).toFixed(1)} MB)` : '',
    written > 0 ? `${plural(written, 'answer')} written down` : '',
  ];
  return parts.filter(Boolean).join(' and ');
}
