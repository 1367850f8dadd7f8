'use client';

import Ellipsis from 'lucide-react/icons/ellipsis';
import { useState } from 'react';
import { useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Menu, MenuItem, MenuLabel } from '@/app/ui/menu';
import { ROLES } from '@/server/protocol/words';
import { AboutPersonDialog } from './about-person-dialog';
import { WAITING_TO } from './door-words';
import { GiveSeatDialog, RenameDialog } from './own-dialogs';
import { type AtDoor, type FreeSeat, useFreeSeats, useRoomSlice } from './use-everybody';

/** For a waiting person who already had a seat here, or clicked the link of another role. */
export function AtDoorMenu({ person }: { person: AtDoor }) {
  const { id, called, role } = person;
  const send = useSend();
  const [seat, setSeat] = useState<FreeSeat | null>(null);
  const [isRenaming, setRenaming] = useState(false);
  const [isCandidate, setCandidate] = useState(false);
  const { format } = useRoomSlice();
  const seats = useFreeSeats(person);
  const roles = ROLES.filter((other) => other !== role && (format === 'led' || other !== 'candidate'));
  return (
    <>
      <Menu
        trigger={
          <Button variant="quiet" size="sm" square aria-label={`What to do with ${called}`}>
            <Ellipsis size={16} aria-hidden="true" />
          </Button>
        }
      >
        {seats.map((free) => (
          <MenuItem key={free.id} onSelect={() => setSeat(free)}>
            {`This is ${free.called}, ${free.words}: give them their seat`}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => setRenaming(true)}>Rename</MenuItem>
        <MenuLabel>Wrong link?</MenuLabel>
        {roles.map((other) => (
          <MenuItem
            key={other}
            onSelect={() =>
              other === 'candidate'
                ? setCandidate(true)
                : void send({ type: 'ChangeRole', memberId: id, role: other })
            }
          >
            {`They’re here ${WAITING_TO[other]}`}
          </MenuItem>
        ))}
      </Menu>
      <RenameDialog open={isRenaming} memberId={id} name={person.name} onClose={() => setRenaming(false)} />
      <GiveSeatDialog open={seat !== null} memberId={id} seat={seat} onClose={() => setSeat(null)} />
      <AboutPersonDialog
        what={person.arrived ? 'candidate' : 'candidate-at-door'}
        person={person}
        open={isCandidate}
        onClose={() => setCandidate(false)}
      />
    </>
  );
}
