import { CalmSkeleton } from '@/app/room/shell/calm-skeleton';
import { onDemand } from '@/app/ui/on-demand';

/** The room of somebody who practises alone. Any other room downloads none of it. */
export const Alone = onDemand(
  () => import('./alone-screen').then((part) => part.AloneScreen),
  <CalmSkeleton />,
);
