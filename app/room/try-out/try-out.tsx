'use client';

import { useLive } from '@/app/live/use-room';
import { onDemand } from '@/app/ui/on-demand';

const Strip = onDemand(() => import('./strip').then((part) => part.Strip));

/** Tips for a room of simulated people, and the words of its candidate. Other rooms do not download this. */
export function TryOut() {
  const isOne = useLive(({ view }) => 'tryOut' in (view.room ?? {}) && view.room?.tryOut === true);
  return isOne ? <Strip /> : null;
}
