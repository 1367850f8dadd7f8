import { useEffect, useState } from 'react';
import { ask } from '@/app/http';
import { useMembers } from '@/app/room/people/use-everybody';

/** When this panel last warmed up together with this pack, for its host (ms); null for never within a month. */
export function useWarmedUp(roomId: string): number | null {
  const [at, setAt] = useState<number | null>(null);
  // Somebody who joins may not have been there.
  const panel = useMembers()
    .filter(({ role }) => role === 'panelist')
    .map(({ id }) => id)
    .join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer depends on who is on the panel.
  useEffect(() => {
    let isGone = false;
    void ask<number | null>('GET', `/api/rooms/${roomId}/warm-up`).then((answer) => {
      if (!isGone && answer.ok) setAt(answer.value);
    });
    return () => {
      isGone = true;
    };
  }, [roomId, panel]);
  return at;
}
