'use client';

import DoorOpen from 'lucide-react/icons/door-open';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useState } from 'react';
import { useLive } from '@/app/live/use-room';
import { CallLink } from '@/app/room/lobby/call-link';
import { LeaveItem } from '@/app/room/people/leave-item';
import { useMyItems } from '@/app/room/people/my-items';
import { LeaveRoundDialog } from '@/app/room/people/own-dialogs';
import { Button } from '@/app/ui/button';
import { Menu, MenuItem } from '@/app/ui/menu';
import { ThemeToggle } from '@/app/ui/theme-toggle';

/** The room's name and the ways out, as quiet as they can be. */
export function CandidateBar() {
  const title = useLive((state) => state.view.room?.title ?? '');
  const callLink = useLive((state) => state.view.room?.callLink ?? null);
  // Practising alone, nobody else is left behind.
  const isAsked = useLive(({ view }) => view.round?.phase === 'asking' && view.room?.alone !== true);
  const [isLeaving, setLeaving] = useState(false);
  const my = useMyItems();
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
        {isAsked ? (
          <MenuItem icon={<DoorOpen size={16} aria-hidden="true" />} onSelect={() => setLeaving(true)}>
            Leave the room
          </MenuItem>
        ) : (
          <LeaveItem />
        )}
      </Menu>
      {my.dialogs}
      <LeaveRoundDialog open={isLeaving} onClose={() => setLeaving(false)} />
    </header>
  );
}
