'use client';

import DoorOpen from 'lucide-react/icons/door-open';
import { useSend } from '@/app/live/use-room';
import { MenuItem } from '@/app/ui/menu';

/** Leaves the room, from a menu. The invite link leads back in for as long as it works. */
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
