'use client';

import { useRouter } from 'next/navigation';
import { useGuest } from '@/app/account/use-guest';
import { useGuestPost } from '@/app/account/use-guest-post';

/** Takes a seat under a name. `known` is that of somebody signed in; a guest is signed in by the same name on the way. */
export function useJoin(token: string, known: string | null) {
  const router = useRouter();
  const guest = useGuest(known !== null, known ?? '');
  const { send, pending, failure } = useGuestPost(guest);

  async function join() {
    if (pending || !guest.isNamed()) return;
    const name = guest.name.trim();
    const room = await send<{ roomId: string }>('/api/rooms/join', { token, name });
    if (room) router.push(`/room/${room.roomId}`);
    // The page may have more to say by now: expired, full, or in already.
    else router.refresh();
  }

  return { guest, join, pending, failure };
}
