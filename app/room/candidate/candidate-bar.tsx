'use client';

import DoorOpen from 'lucide-react/icons/door-open';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useState } from 'react';
import { useLive, useSend } from '@/app/live/use-room';
import { CallLink } from '@/app/room/lobby/call-link';
import { LeaveItem } from '@/app/room/people/leave-item';
import { useMyItems } from '@/app/room/people/my-items';
import { LeaveRoundDialog } from '@/app/room/people/own-dialogs';
import { useKeys } from '@/app/room/shell/use-keys';
import { Button } from '@/app/ui/button';
import { dialogOnDemand } from '@/app/ui/dialog-on-demand';
import { Kbd } from '@/app/ui/kbd';
import { Menu, MenuItem } from '@/app/ui/menu';
import { ThemeToggle } from '@/app/ui/theme-toggle';

const CandidateCommands = dialogOnDemand(() =>
  import('./candidate-commands').then((part) => part.CandidateCommands),
);

/** The room's name and the ways out, as quiet as they can be. */
export function CandidateBar() {
  const title = useLive((state) => state.view.room?.title ?? '');
  const callLink = useLive((state) => state.view.room?.callLink ?? null);
  // Practising alone, nobody else is left behind.
  const isAsked = useLive(({ view }) => view.round?.phase === 'asking' && view.room?.alone !== true);
  const [isLeaving, setLeaving] = useState(false);
  const my = useMyItems();
  const [isFinding, setFinding] = useState(false);
  useKeys({ 'Mod+k': () => setFinding(true) }, isFinding);
  const send = useSend();
  const leave = () => (isAsked ? setLeaving(true) : void send({ type: 'LeaveRoom' }));
  return (
    <header className="flex min-h-14 items-center gap-1 px-4 sm:px-6">
      <h1 className="min-w-0 flex-1 truncate text-ink-soft text-sm">{title}</h1>
      <CallLink href={callLink} quiet />
      <ThemeToggle />
      <Menu
        trigger={
          <Button variant="quiet" square aria-label="More">
            <Ellipsis size={18} aria-hidden="true" />
          </Button>
        }
      >
        {my.items}
        <MenuItem keys={<Kbd keys="Ctrl+k" />} onSelect={() => setFinding(true)}>
          Command menu
        </MenuItem>
        {isAsked ? (
          <MenuItem icon={<DoorOpen size={16} aria-hidden="true" />} onSelect={() => setLeaving(true)}>
            Leave the room
          </MenuItem>
        ) : (
          <LeaveItem />
        )}
      </Menu>
      {my.dialogs}
      <CandidateCommands
        open={isFinding}
        onClose={() => setFinding(false)}
        rename={() => my.open('rename')}
        goOnElsewhere={() => my.open('return')}
        leave={leave}
      />
      <LeaveRoundDialog open={isLeaving} onClose={() => setLeaving(false)} />
    </header>
  );
}
