'use client';

import { useRef } from 'react';
import { type Head, Listen } from '@/app/room/alone/listen';
import { useRecordings } from '@/app/room/alone/use-recorder';

/** What was said, for as long as it is in this browser. In any other there is nothing. */
export function OwnRecordingPlayer({ roomId, askId }: { roomId: string; askId: string }) {
  const recordings = useRecordings(roomId, askId);
  const head = useRef<Head>(null);
  if (!recordings || recordings.length === 0) return null;
  return (
    <div className="mt-5 max-w-md print:hidden">
      <Listen recordings={recordings} roomId={roomId} askId={askId} head={head} />
    </div>
  );
}
