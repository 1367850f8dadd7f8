'use client';

import { useIsHost } from '@/app/live/use-room';
import { Door } from '@/app/lobby/door';
import { usePeople } from '@/app/lobby/use-everybody';
import { Button } from '@/app/ui/button';
import { Dialog } from '@/app/ui/dialog';
import { usePanelUi } from './panel-ui';
import { PersonRow } from './person-row';

/** Everybody in the room and, for the host, what can be done about each. */
export default function PeopleDialog() {
  const { open } = usePanelUi();
  const people = usePeople();
  const isHost = useIsHost();
  return (
    <Dialog
      open
      onClose={() => open(null)}
      title="People"
      footer={isHost ? <Button onClick={() => open('invites')}>Invite links</Button> : null}
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
