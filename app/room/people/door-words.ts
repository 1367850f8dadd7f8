import type { Role } from '@/server/protocol/words';

/** What somebody at the door came for: `Priya is at the door, for the panel.` */
export const AT_THE_DOOR: Record<Role, string> = {
  candidate: 'for the hot seat',
  panelist: 'for the panel',
  observer: 'to observe',
};
