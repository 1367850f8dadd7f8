'use client';

import Ellipsis from 'lucide-react/icons/ellipsis';
import { useLive } from '@/app/live/use-room';
import { CallLink } from '@/app/room/lobby/call-link';
import { LeaveItem } from '@/app/room/people/leave-item';
import { useMyItems } from '@/app/room/people/my-items';
import { Button } from '@/app/ui/button';
import { Menu } from '@/app/ui/menu';
import { ThemeToggle } from '@/app/ui/theme-toggle';

/** The room's name and the ways out, as quiet as they can be. */
export function CandidateBar() {
  const title = useLive((state) => state.view.room?.title ?? '');
  const callLink = useLive((state) => state.view.room?.callLink ?? null);
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
        <LeaveItem />
      </Menu>
      {my.dialogs}
    </header>
  );
}
