'use client';

import { onDemand } from '@/app/ui/on-demand';
import { SkeletonLines } from '@/app/ui/skeleton';

/** The editor with all that it is made of: fetched when code is shown, or when an exercise is to come. */
export const SharedEditor = onDemand(
  () => import('./shared-editor').then((part) => part.SharedEditor),
  <div className="p-4">
    <SkeletonLines lines={8} />
  </div>,
);
