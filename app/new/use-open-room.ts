'use client';

import { useRouter } from 'next/navigation';
import { type Guest, useGuest } from '@/app/account/use-guest';
import { useGuestPost } from '@/app/account/use-guest-post';
import { browserPlace } from '@/app/browser-place';
import type { RoomSetup } from '@/server/protocol/requests';
import { forgetDraft } from './draft-storage';
import { problemsOf } from './setup-draft';

export interface OpenRoom {
  open: (request: RoomSetup) => Promise<void>;
  pending: boolean;
  failure: string | null;
  /** Once they tried, problems are worth showing. */
  guest: Guest;
}

/** Opens the room, and first signs a guest in by name if nobody is signed in. */
export function useOpenRoom(signedInAs: string | null): OpenRoom {
  const router = useRouter();
  const guest = useGuest(signedInAs !== null);
  const { send, pending, failure } = useGuestPost(guest);

  async function open(request: RoomSetup) {
    if (!guest.isNamed()) return;
    if (Object.keys(problemsOf(request)).length > 0) {
      // The first message appears with this render; the focus goes to its field, or to itself.
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('[aria-invalid], [data-problem]')?.focus(),
      );
      return;
    }
    const room = await send<{ roomId: string }>('/api/rooms', request);
    if (!room) return;
    forgetDraft(browserPlace('localStorage'));
    router.push(`/room/${room.roomId}`);
  }

  return { open, pending, failure, guest };
}
