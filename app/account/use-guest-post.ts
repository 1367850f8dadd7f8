import { useState } from 'react';
import { post } from '@/app/http';
import { enterAsGuest } from './enter-as-guest';
import type { Guest } from './use-guest';

/** Sends to one of our own route handlers; a guest enters first. */
export function useGuestPost({ isNamed, enter }: Pick<Guest, 'isNamed' | 'enter'>) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  /** Null when it failed, or the name has to be changed first. With an answer it stays pending: the page is left. */
  async function send<T>(path: string, body: unknown): Promise<T | null> {
    setFailure(null);
    if (pending || !isNamed()) return null;
    setPending(true);
    const rejected = await enter();
    const answer = rejected === null ? await post<T>(path, body) : null;
    if (answer?.ok) return answer.value;
    setFailure(rejected ?? answer?.message ?? null);
    setPending(false);
    return null;
  }

  return { send, pending, failure };
}

/** The same where nobody else reads a name: a guest enters without one. */
export function useNamelessPost(signedIn: boolean) {
  return useGuestPost({
    isNamed: () => true,
    enter: async () => (signedIn ? null : enterAsGuest(null)),
  });
}
