'use client';

import { onDemand } from '@/app/ui/on-demand';
import { SkeletonLines } from '@/app/ui/skeleton';

/** Fetched when a scorecard with code is looked at. */
export const CodeDiff = onDemand(
  () => import('./code-diff').then((part) => part.CodeDiff),
  <SkeletonLines lines={6} />,
);
