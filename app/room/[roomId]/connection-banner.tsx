'use client';

import { useEffect, useRef } from 'react';
import { type SaveState, useConnection, useLive, useSaveState } from '@/app/live/use-room';
import { announce } from '@/app/ui/announce';
import { Spinner } from '@/app/ui/spinner';

const KEPT = 'What you do is kept here and sent when you are back.';

/** Says in words that the line is cut, for as long as it is. */
export function ConnectionBanner() {
  const { kind } = useConnection();
  const known = useLive((state) => state.audience !== null);
  const save = useSaveState();
  const cut = known && (kind === 'reconnecting' || kind === 'offline');
  const wasCut = useRef(false);
  useEffect(() => {
    if (cut === wasCut.current) return;
    wasCut.current = cut;
    announce(cut ? `Connection lost. ${KEPT}` : 'You are back.', 'assertive');
  }, [cut]);
  if (!cut) return null;
  return (
    <div className="pointer-events-none fixed inset-x-0 top-2 z-30 flex justify-center px-4">
      <p className="flex animate-appear items-center gap-3 rounded bg-ink px-4 py-2.5 text-paper text-sm shadow-float">
        <Spinner />
        <span>
          <span className="font-medium">{kind === 'offline' ? 'You are offline.' : 'Reconnecting…'}</span>{' '}
          {words(save)}
        </span>
      </p>
    </div>
  );
}

const words = (save: SaveState) => (save === 'kept' ? 'Kept here until you are back.' : KEPT);
