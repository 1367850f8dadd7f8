'use client';

import { useIsHost } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { Button } from '@/app/ui/button';
import { Dialog } from '@/app/ui/dialog';
import { Door } from './door';
import { PersonRow } from './person-row';
import { usePeople, useRoomSlice } from './use-everybody';

/** Everybody in the room and, for the host, the actions on each person. */
export default function PeopleDialog() {
  const { open } = usePanelUi();
  const people = usePeople();
  const isHost = useIsHost();
  const { tryOut } = useRoomSlice();
  return (
    <Dialog
      open
      onClose={() => open(null)}
      title="People"
      footer={isHost && !tryOut ? <Button onClick={() => open('invites')}>Invite links</Button> : null}
    >
      {isHost ? <Door /> : null}
      <ul aria-label="In this room">
        {people.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
    </Dialog>
  );
}
