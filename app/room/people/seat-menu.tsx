'use client';

import Armchair from 'lucide-react/icons/armchair';
import Crown from 'lucide-react/icons/crown';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Eye from 'lucide-react/icons/eye';
import MessageSquare from 'lucide-react/icons/message-square';
import UserCheck from 'lucide-react/icons/user-check';
import UserPen from 'lucide-react/icons/user-pen';
import UserX from 'lucide-react/icons/user-x';
import { useState } from 'react';
import { useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Menu, MenuItem, MenuLabel, MenuLine } from '@/app/ui/menu';
import { called } from '@/server/protocol/namesakes';
import { AboutPersonDialog } from './about-person-dialog';
import { GiveSeatDialog, RenameDialog } from './own-dialogs';
import { type FreeSeat, type Person, useFreeSeats, useRoomSlice } from './use-everybody';

/** What the host can do about a person: change their role, hand over to them, remove them. */
export function SeatMenu({ person }: { person: Person }) {
  const send = useSend();
  const name = called(person.name, person.namesake);
  const [asking, setAsking] = useState<'remove' | 'hand-over' | 'candidate' | 'rename' | null>(null);
  const [given, setSeat] = useState<FreeSeat | null>(null);
  const { format } = useRoomSlice();
  const seats = useFreeSeats(person);
  const changeRole = (role: 'panelist' | 'observer') =>
    void send({ type: 'ChangeRole', memberId: person.id, role });
  return (
    <>
      <Menu
        trigger={
          <Button variant="quiet" size="sm" square aria-label={`What to do with ${name}`}>
            <Ellipsis size={16} aria-hidden="true" />
          </Button>
        }
      >
        <MenuLabel>{name}</MenuLabel>
        {person.role === 'panelist' ? (
          <>
            <MenuItem icon={<Eye size={16} aria-hidden="true" />} onSelect={() => changeRole('observer')}>
              Make an observer
            </MenuItem>
            <MenuItem icon={<Crown size={16} aria-hidden="true" />} onSelect={() => setAsking('hand-over')}>
              Hand over the host
            </MenuItem>
          </>
        ) : null}
        <MenuItem icon={<UserPen size={16} aria-hidden="true" />} onSelect={() => setAsking('rename')}>
          Rename
        </MenuItem>
        {seats.map((seat) => (
          <MenuItem
            key={seat.id}
            icon={<UserCheck size={16} aria-hidden="true" />}
            onSelect={() => setSeat(seat)}
          >
            {`This is ${seat.called}, ${seat.words}: give them their seat`}
          </MenuItem>
        ))}
        {format === 'led' && person.role !== 'candidate' ? (
          <MenuItem icon={<Armchair size={16} aria-hidden="true" />} onSelect={() => setAsking('candidate')}>
            Make the candidate
          </MenuItem>
        ) : null}
        {person.role !== 'panelist' && !person.sat ? (
          <MenuItem
            icon={<MessageSquare size={16} aria-hidden="true" />}
            onSelect={() => changeRole('panelist')}
          >
            Make a panelist
          </MenuItem>
        ) : null}
        {person.role === 'candidate' ? null : <MenuLine />}
        <MenuItem danger icon={<UserX size={16} aria-hidden="true" />} onSelect={() => setAsking('remove')}>
          Remove from the room
        </MenuItem>
      </Menu>
      <GiveSeatDialog open={given !== null} memberId={person.id} seat={given} onClose={() => setSeat(null)} />
      <RenameDialog
        open={asking === 'rename'}
        memberId={person.id}
        name={person.name}
        onClose={() => setAsking(null)}
      />
      {(['remove', 'hand-over', 'candidate'] as const).map((what) => (
        <AboutPersonDialog
          key={what}
          what={what}
          person={person}
          open={asking === what}
          onClose={() => setAsking(null)}
        />
      ))}
    </>
  );
}
