'use client';

import { onDemand } from '@/app/ui/on-demand';
import { SkeletonLines } from '@/app/ui/skeleton';

const waiting = (
  <div className="p-4">
    <SkeletonLines lines={8} />
  </div>
);

/** The editor with all that is around it, for each side: fetched when code is shown. */
export const PanelCode = onDemand(() => import('./panel-code').then((part) => part.PanelCode), waiting);
export const CandidateCode = onDemand(
  () => import('./candidate-code').then((part) => part.CandidateCode),
  waiting,
);
