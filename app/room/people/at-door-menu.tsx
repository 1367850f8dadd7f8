'use client';

import Ellipsis from 'lucide-react/icons/ellipsis';
import { useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Menu, MenuItem, MenuLabel } from '@/app/ui/menu';
import { ROLES, type Role } from '@/server/protocol/words';
import { WAITING_TO } from './door-words';
import { useFreeSeats, useRoomSlice } from './use-everybody';

/** For a waiting person who already had a seat here, or clicked the link of another role. */
export function AtDoorMenu({ id, name, role }: { id: string; name: string; role: Role }) {
  const send = useSend();
  const { format } = useRoomSlice();
  const seats = useFreeSeats({ id, role });
  const roles = ROLES.filter((other) => other !== role && (format === 'led' || other !== 'candidate'));
  return (
    <Menu
      trigger={
        <Button variant="quiet" size="sm" square aria-label={`What to do with ${name}`}>
          <Ellipsis size={16} aria-hidden="true" />
        </Button>
      }
    >
      {seats.map((seat) => (
        <MenuItem
          key={seat.id}
          onSelect={() => void send({ type: 'GiveSeat', memberId: id, seatOf: seat.id })}
        >
          {`This is ${seat.name}: give them their seat`}
        </MenuItem>
      ))}
      <MenuLabel>Wrong link?</MenuLabel>
      {roles.map((other) => (
        <MenuItem key={other} onSelect={() => void send({ type: 'ChangeRole', memberId: id, role: other })}>
          {`They’re here ${WAITING_TO[other]}`}
        </MenuItem>
      ))}
    </Menu>
  );
}
