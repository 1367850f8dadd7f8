'use client';

import { onDemand } from '@/app/ui/on-demand';
import { SkeletonLines } from '@/app/ui/skeleton';

/** Loaded only in the debrief of a round that had an exercise. */
export const CodeReviews = onDemand(
  () => import('./code-reviews').then((part) => part.CodeReviews),
  <SkeletonLines lines={6} />,
);
