'use client';

import { onDemand } from '@/app/ui/on-demand';
import { SkeletonLines } from '@/app/ui/skeleton';

const waiting = (
  <div className="p-6">
    <SkeletonLines lines={6} />
  </div>
);

/** Parts of the middle that are needed only later in a round. */
export const Reveal = onDemand(
  () => import('@/app/room/reveal/reveal').then((part) => part.Reveal),
  <SkeletonLines lines={5} />,
);
export const Deliberation = onDemand(
  () => import('@/app/room/verdicts/deliberation').then((part) => part.Deliberation),
  waiting,
);
export const Debrief = onDemand(
  () => import('@/app/room/debrief/debrief').then((part) => part.Debrief),
  waiting,
);
