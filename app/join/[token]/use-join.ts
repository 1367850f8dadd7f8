'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { enterAsGuest } from '@/app/account/enter-as-guest';
import { post } from '@/app/http';

/** Joins the room, and first signs a guest in with the same name. */
export function useJoin(token: string, signedIn: boolean) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function join(name: string) {
    setPending(true);
    setFailure(null);
    const rejected = (signedIn ? null : await enterAsGuest(name)) ?? (await takeSeat(name));
    if (rejected === null) return;
    setFailure(rejected);
    setPending(false);
    // By now the page may know more: expired, full, or already in.
    router.refresh();
  }

  async function takeSeat(name: string): Promise<string | null> {
    const outcome = await post<{ roomId: string }>('/api/rooms/join', { token, name });
    if (!outcome.ok) return outcome.message;
    router.push(`/room/${outcome.value.roomId}`);
    return null;
  }

  return { join, pending, failure };
}
