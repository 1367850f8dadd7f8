'use client';

import { useLive } from '@/app/live/use-room';
import { onDemand } from '@/app/ui/on-demand';

const Strip = onDemand(() => import('./strip').then((part) => part.Strip));

/** What to try next among simulated people, and what their candidate says. Any other room downloads none of it. */
export function TryOut() {
  const isOne = useLive(({ view }) => 'tryOut' in (view.room ?? {}) && view.room?.tryOut === true);
  return isOne ? <Strip /> : null;
}
