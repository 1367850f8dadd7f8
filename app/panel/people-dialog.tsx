'use client';

import { useState } from 'react';
import { useLive, usePanel, useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import { plural } from '@/app/ui/format';
import type { RosterMember } from '@/server/protocol/views';
import { usePanelUi } from './panel-ui';
import { PersonRow } from './person-row';
import { useIsHost } from './use-panel-room';

/** Everybody in the room and, for the host, what can be done about each. */
export default function PeopleDialog() {
  const { open } = usePanelUi();
  const members = usePanel((view) => view.roster.members);
  const waiting = useLive((state) => state.slices.door?.waiting);
  const candidateId = usePanel((view) => view.round?.candidateId);
  const isHost = useIsHost();
  const send = useSend();
  const [removing, setRemoving] = useState<RosterMember | null>(null);
  const seat = (member: RosterMember) => (member.id === candidateId ? 'candidate' : member.role);
  return (
    <>
      <Dialog
        open
        wide
        onOpenChange={() => open(null)}
        title="People"
        footer={isHost ? <Button onClick={() => open('invites')}>Invite links</Button> : null}
      >
        <ul>
          {waiting?.map(({ id, name, role }) => (
            <li key={id} className="flex flex-wrap items-center gap-2 border-line border-b py-2">
              <span className="min-w-0 flex-1 truncate">
                {name} <span className="text-ink-soft text-sm">at the door, as {role}</span>
              </span>
              <Button
                size="sm"
                variant="primary"
                onClick={() => void send({ type: 'AdmitMember', memberId: id })}
              >
                Let in
              </Button>
              <Button
                size="sm"
                variant="quiet"
                onClick={() => void send({ type: 'DeclineMember', memberId: id })}
              >
                Decline
              </Button>
            </li>
          ))}
          {members.map((member) => (
            <PersonRow
              key={member.id}
              member={member}
              seat={seat(member)}
              onRemove={() => setRemoving(member)}
            />
          ))}
        </ul>
        <p className="pt-3 text-ink-soft text-sm">
          {plural(members.length, 'person', 'people')} in this room.
        </p>
      </Dialog>
      {removing ? (
        <Dialog
          open
          alert
          onOpenChange={() => setRemoving(null)}
          title={`Remove ${removing.name}?`}
          description="They are out at once and stay out: the link that they came by is turned off. What they rated and wrote so far is kept."
          footer={
            <>
              <DialogClose>
                <Button variant="quiet">Keep</Button>
              </DialogClose>
              <Button
                variant="danger"
                onClick={() => {
                  void send({ type: 'RemoveMember', memberId: removing.id });
                  setRemoving(null);
                }}
              >
                Remove {removing.name}
              </Button>
            </>
          }
        />
      ) : null}
    </>
  );
}
