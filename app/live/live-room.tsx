'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { isForgotten } from '@/app/whose-words';
import { browserStorage } from './key-value';
import { RoomClient } from './room-client';
import { ServerClock } from './server-clock';
import { socketLink } from './socket-link';
import { RoomProvider } from './use-room';

interface Props {
  roomId: string;
  memberId: string;
  /** Shown until the page has hydrated. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Connects this page to its room while the page is open. */
export function LiveRoom({ roomId, memberId, fallback, children }: Props) {
  const [client, setClient] = useState<RoomClient | null>(null);
  useEffect(() => {
    // Signing out in another window counts from here on.
    isForgotten();
    const made = new RoomClient(
      socketLink(roomId),
      browserStorage(),
      roomId,
      memberId,
      new ServerClock(),
      navigator.locks,
    );
    made.open();
    setClient(made);
    const online = () => made.networkChanged(true);
    const offline = () => made.networkChanged(false);
    const leaves = () => made.pageLeaves();
    addEventListener('online', online);
    addEventListener('offline', offline);
    addEventListener('pagehide', leaves);
    return () => {
      removeEventListener('online', online);
      removeEventListener('offline', offline);
      removeEventListener('pagehide', leaves);
      made.close();
      setClient(null);
    };
  }, [roomId, memberId]);
  return client ? <RoomProvider client={client}>{children}</RoomProvider> : fallback;
}
