'use client';

import { useRef } from 'react';
import { type Head, Listen } from '@/app/room/alone/listen';
import { useRecordings } from '@/app/room/alone/use-recorder';
import { useSaid } from '@/app/room/alone/use-said';

export interface OwnAnswer {
  roomId: string;
  askId: string;
  /** The id of what takes the focus once it is deleted. */
  heir: string;
}

/** The recorded answer and what was written down of it, while this browser has them. Other browsers show nothing. */
export function OwnRecordingPlayer({ roomId, askId, heir }: OwnAnswer) {
  const recordings = useRecordings(roomId, askId);
  const [said] = useSaid(roomId, askId);
  const head = useRef<Head>(null);
  if (!recordings || (recordings.length === 0 && !said)) return null;
  return (
    <div className="mt-5 max-w-md print:hidden">
      {said ? (
        <details className="pb-3 text-sm">
          <summary className="min-h-(--control-sm) rounded py-1">What you wrote down</summary>
          <p className="whitespace-pre-wrap text-ink-soft">{said}</p>
        </details>
      ) : null}
      <Listen recordings={recordings} roomId={roomId} askId={askId} head={head} heir={heir} />
    </div>
  );
}
