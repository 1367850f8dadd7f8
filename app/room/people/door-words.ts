import type { Role } from '@/server/protocol/words';

/** What somebody at the door came for: `Priya is waiting to join the panel.` */
export const WAITING_TO: Record<Role, string> = {
  candidate: 'to take the hot seat',
  panelist: 'to join the panel',
  observer: 'to observe',
};
