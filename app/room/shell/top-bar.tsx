'use client';

import Hand from 'lucide-react/icons/hand';
import { useMine, usePanel, useSend } from '@/app/live/use-room';
import { RoundState } from '@/app/room/asking/round-state';
import { CallLink } from '@/app/room/lobby/call-link';
import { WhoIsHere } from '@/app/room/people/who-is-here';
import { IconButton } from '@/app/ui/icon-button';
import { MoreMenu } from './more-menu';

/** One line: the room, how far the round is, who is here, the call, and a menu with the rest. */
export function TopBar() {
  const title = usePanel((view) => view.room.title);
  const callLink = usePanel((view) => view.room.callLink);
  const hand = useMine((mine) => mine.hand) ?? false;
  const send = useSend();
  return (
    <header className="flex min-h-14 shrink-0 items-center gap-x-4 border-line border-b px-4 max-fold:flex-wrap max-fold:py-2">
      <h1 className="min-w-0 truncate font-semibold text-base max-fold:flex-1">{title}</h1>
      <div className="fold:flex-1 max-fold:order-last max-fold:w-full">
        <RoundState />
      </div>
      <div className="flex shrink-0 items-center gap-1">
        <WhoIsHere />
        <CallLink href={callLink} quiet />
        <IconButton
          label={hand ? 'Lower your hand' : 'Raise your hand'}
          onClick={() => void send({ type: 'RaiseHand', raised: !hand })}
          className={hand ? 'text-ember' : undefined}
        >
          <Hand size={18} aria-hidden="true" />
        </IconButton>
        <MoreMenu />
      </div>
    </header>
  );
}
