'use client';

import { useLive, usePanel } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { Avatar } from '@/app/ui/avatar';
import { Button } from '@/app/ui/button';
import { usePeople } from './use-everybody';

const FACES = 4;

/** Avatars and the number of connected people; a press opens the list of people. */
export function WhoIsHere() {
  const members = usePeople();
  const candidateId = usePanel((view) => view.round?.candidateId);
  const { open } = usePanelUi();
  const here = members.filter((member) => member.presence.state === 'here').length;
  const isKnown = useLive((state) => state.presence !== null);
  const faces = members.slice(0, FACES);
  return (
    <Button variant="quiet" className="gap-2 px-2" onClick={() => open('people')} aria-haspopup="dialog">
      <span className="flex max-sm:hidden">
        {faces.map((member) => (
          <span key={member.id} className="rounded-full bg-paper ring-2 ring-paper">
            <Avatar
              name={member.name}
              place={member.namesake?.place}
              size="sm"
              live={member.id === candidateId}
              away={member.presence.state === 'away'}
            />
          </span>
        ))}
      </span>
      <span className="tabular">
        {isKnown
          ? here === members.length
            ? `${here} here`
            : `${here} of ${members.length} here`
          : 'People'}
      </span>
    </Button>
  );
}
