'use client';

import { useRef } from 'react';
import { type Head, Listen } from '@/app/room/alone/listen';
import { useRecordings } from '@/app/room/alone/use-recorder';

/** The recorded answer, while this browser has it. Other browsers show nothing. */
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
