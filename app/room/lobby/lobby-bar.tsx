'use client';

import DoorOpen from 'lucide-react/icons/door-open';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Link from 'next/link';
import { useState } from 'react';
import { useIsHost } from '@/app/live/use-room';
import { LeaveItem } from '@/app/room/people/leave-item';
import { useMyItems } from '@/app/room/people/my-items';
import { useRoomSlice } from '@/app/room/people/use-everybody';
import { EndRoomDialog } from '@/app/room/shell/end-room-dialog';
import { Button } from '@/app/ui/button';
import { Kbd } from '@/app/ui/kbd';
import { Menu, MenuItem } from '@/app/ui/menu';
import { ThemeToggle } from '@/app/ui/theme-toggle';
import { ChairMark } from '@/app/ui/wordmark';

/** The room's name, and the buttons to leave. */
export function LobbyBar({ onCommands }: { onCommands: () => void }) {
  const isHost = useIsHost();
  const { title, packTitle } = useRoomSlice();
  const [ending, setEnding] = useState(false);
  const my = useMyItems();
  return (
    <header className="border-line border-b">
      <div className="mx-auto flex min-h-14 w-full max-w-page items-center gap-3 px-4 py-2 sm:px-6">
        <Link href="/" aria-label="Hotseat, home" className="grid size-8 shrink-0 place-items-center rounded">
          <ChairMark />
        </Link>
        <div className="min-w-0 flex-1">
          <h1 className="truncate font-semibold text-lg">{title}</h1>
          {packTitle && packTitle !== title ? (
            <p className="truncate text-ink-soft text-sm">{packTitle}</p>
          ) : null}
        </div>
        <ThemeToggle />
        <Menu
          trigger={
            <Button variant="quiet" square aria-label="More">
              <Ellipsis size={18} aria-hidden="true" />
            </Button>
          }
        >
          {my.items}
          <MenuItem keys={<Kbd keys="Ctrl+k" />} onSelect={onCommands}>
            Command menu
          </MenuItem>
          {isHost ? (
            <MenuItem
              danger
              icon={<DoorOpen size={16} aria-hidden="true" />}
              onSelect={() => setEnding(true)}
            >
              End the room
            </MenuItem>
          ) : (
            <LeaveItem />
          )}
        </Menu>
        {my.dialogs}
        <EndRoomDialog open={ending} onClose={() => setEnding(false)} />
      </div>
    </header>
  );
}
