'use client';

import DoorOpen from 'lucide-react/icons/door-open';
import { useSend } from '@/app/live/use-room';
import { MenuItem } from '@/app/ui/menu';

/** Gives up one's place, from a menu. The link leads back in for as long as it works. */
export function LeaveItem() {
  const send = useSend();
  return (
    <MenuItem
      icon={<DoorOpen size={16} aria-hidden="true" />}
      onSelect={() => void send({ type: 'LeaveRoom' })}
    >
      Leave the room
    </MenuItem>
  );
}
