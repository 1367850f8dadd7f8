'use client';

import DoorOpen from 'lucide-react/icons/door-open';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useIsHost, usePanel } from '@/app/live/use-room';
import { useEarlierFeedback } from '@/app/room/debrief/use-earlier-feedback';
import { LeaveItem } from '@/app/room/people/leave-item';
import { useMyItems } from '@/app/room/people/my-items';
import { useRoomSlice } from '@/app/room/people/use-everybody';
import { Button } from '@/app/ui/button';
import { Kbd } from '@/app/ui/kbd';
import { Menu, MenuItem, MenuLine, MenuLink } from '@/app/ui/menu';
import { useThemeTurn } from '@/app/ui/theme-toggle';
import { DiscardItem } from './discard-item';
import { usePanelUi } from './panel-ui';

/** Actions that people need once a round, or less. */
export function MoreMenu() {
  const { open, openPad } = usePanelUi();
  const isHost = useIsHost();
  const isAsking = usePanel((view) => view.round?.phase === 'asking');
  const roundId = usePanel((view) => view.round?.roundId ?? null);
  const hasEarlier = useEarlierFeedback(roundId).length > 0;
  const { tryOut } = useRoomSlice();
  const theme = useThemeTurn();
  const my = useMyItems();
  return (
    <>
      {my.dialogs}
      <Menu
        trigger={
          <Button variant="quiet" aria-label="More" className="px-2.5">
            <Ellipsis size={18} aria-hidden="true" />
          </Button>
        }
      >
        {isHost ? (
          <>
            {tryOut ? null : <MenuItem onSelect={() => open('invites')}>Invite links</MenuItem>}
            <MenuItem onSelect={() => open('people')}>People and roles</MenuItem>
            <MenuItem onSelect={() => open('settings')}>Room settings</MenuItem>
            {isAsking ? <MenuItem onSelect={() => open('agenda')}>Change the agenda</MenuItem> : null}
            {isAsking ? <MenuItem onSelect={() => open('finish')}>Finish asking</MenuItem> : null}
            <DiscardItem />
            <MenuLine />
          </>
        ) : null}
        {hasEarlier ? (
          <MenuItem onSelect={() => open('feedback')}>Feedback for earlier rounds</MenuItem>
        ) : null}
        {openPad ? <MenuItem onSelect={() => void openPad()}>Pad beside the call</MenuItem> : null}
        {my.items}
        <MenuItem keys={<Kbd keys="Ctrl+k" />} onSelect={() => open('palette')}>
          Command menu
        </MenuItem>
        <MenuItem keys={<Kbd keys="?" />} onSelect={() => open('shortcuts')}>
          Keys
        </MenuItem>
        <MenuItem onSelect={theme.turn}>{theme.label}</MenuItem>
        <MenuLine />
        <MenuLink href="/">Leave for now</MenuLink>
        {isHost ? (
          <MenuItem danger icon={<DoorOpen size={16} aria-hidden="true" />} onSelect={() => open('end')}>
            End the room
          </MenuItem>
        ) : (
          <LeaveItem />
        )}
      </Menu>
    </>
  );
}
