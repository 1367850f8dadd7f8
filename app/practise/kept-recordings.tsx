'use client';

import { useEffect, useState } from 'react';
import { deleteAllRecordings, onRecordings, recordingsInAll } from '@/app/room/alone/recordings';
import { Button } from '@/app/ui/button';
import { plural } from '@/app/ui/format';

const MB = 1_000_000;

/** What this browser keeps of one's own voice, and the way to be rid of it. */
export function KeptRecordings() {
  const [kept, setKept] = useState({ answers: 0, bytes: 0 });
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const all = await recordingsInAll();
      if (!isGone) setKept(all);
    };
    void read();
    const stop = onRecordings(() => void read());
    return () => {
      isGone = true;
      stop();
    };
  }, []);
  if (kept.answers === 0) return null;
  return (
    <section aria-labelledby="recordings" className="mt-12 border-line border-t pt-6">
      <h2 id="recordings" className="font-semibold">
        Your recordings
      </h2>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-4">
        <p className="text-ink-soft text-sm">
          {plural(kept.answers, 'answer')}, {Math.max(0.1, kept.bytes / MB).toFixed(1)} MB, in this browser
          only.
        </p>
        <Button size="sm" variant="danger" onClick={() => void deleteAllRecordings()}>
          Delete all recordings
        </Button>
      </div>
    </section>
  );
}
