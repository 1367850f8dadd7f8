'use client';

import { useLive, usePanel, usePresence } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { Avatar } from '@/app/ui/avatar';
import { Button } from '@/app/ui/button';
import { inOrder } from '@/server/protocol/in-order';

const FACES = 4;

/** Avatars and the number of connected people; a press opens the list of people. */
export function WhoIsHere() {
  const members = usePanel((view) => inOrder(view.roster.members));
  const candidateId = usePanel((view) => view.round?.candidateId);
  const presenceOf = usePresence();
  const { open } = usePanelUi();
  const here = members.filter((member) => presenceOf(member.id).state === 'here').length;
  const isKnown = useLive((state) => state.presence !== null);
  const faces = members.slice(0, FACES);
  return (
    <Button variant="quiet" className="gap-2 px-2" onClick={() => open('people')} aria-haspopup="dialog">
      <span className="flex max-sm:hidden">
        {faces.map((member) => (
          <span key={member.id} className="rounded-full bg-paper ring-2 ring-paper">
            <Avatar
              name={member.name}
              size="sm"
              live={member.id === candidateId}
              away={presenceOf(member.id).state === 'away'}
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
