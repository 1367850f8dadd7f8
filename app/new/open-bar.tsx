'use client';

import { GuestName } from '@/app/account/guest-name';
import { bottomBar } from '@/app/ui/bottom-bar';
import { Button } from '@/app/ui/button';
import type { RoomSetup } from '@/server/protocol/requests';
import { agendaTotal } from './agenda-section';
import type { OpenRoom } from './use-open-room';
import type { Setup } from './use-setup';

interface OpenBarProps {
  setup: Setup;
  request: RoomSetup;
  opening: OpenRoom;
  askName: boolean;
}

/** Stays at the bottom of the window: the room, the person who opens it, and the button. */
export function OpenBar({ setup, request, opening, askName }: OpenBarProps) {
  return (
    <div
      ref={bottomBar}
      className="sticky bottom-0 z-20 border-line border-t bg-raised pb-[env(safe-area-inset-bottom)]"
    >
      <div className="mx-auto flex max-w-page flex-wrap items-end gap-x-4 gap-y-3 sm:gap-x-6 px-4 py-3 sm:px-6">
        <div className="hidden min-w-0 flex-1 self-center md:block">
          <p className="truncate font-medium">{request.title}</p>
          <p className="tabular text-ink-soft text-sm">{agendaTotal(setup)}</p>
        </div>
        {askName ? <GuestName guest={opening.guest} large className="min-w-32 flex-1 md:max-w-64" /> : null}
        <Button type="submit" variant="primary" size="lg" pending={opening.pending} className="ml-auto">
          Open the room
        </Button>
        {opening.failure ? (
          <p role="alert" className="w-full text-missed text-sm">
            {opening.failure}
          </p>
        ) : null}
      </div>
    </div>
  );
}
