'use client';

import { useMemo } from 'react';
import { useChange } from '@/app/live/use-change';
import { useMine, usePanel, usePresence } from '@/app/live/use-room';
import { useNameOf } from '@/app/room/shell/use-panel-room';
import { announce } from '@/app/ui/announce';
import { notify } from '@/app/ui/notify';
import { ownOf } from '@/server/protocol/in-order';
import { useDoor, useIsRoundLive } from './use-everybody';

/**
 * Announces to screen readers what the banners about the host and hands show, and tells a new host that the links of the
 * invitations were replaced. `onInvites` shows the new ones.
 */
export function useHostNews(onInvites: () => void): void {
  const nameOf = useNameOf();
  const hands = usePanel((view) => view.hands.members);
  const hostId = usePanel((view) => view.room.hostId);
  const isHostAway = usePresence()(hostId).state === 'away';
  const mayReclaim = useMine((mine) => mine.mayReclaim) ?? false;
  const me = useMine((mine) => mine.memberId);
  const roundId = usePanel((view) => view.round?.roundId ?? null);
  const isInvited = Object.values(useDoor()?.invites ?? {}).some(({ revoked }) => !revoked);
  const isLive = useIsRoundLive();
  const place = useMemo(() => ({ hostId, roundId }), [hostId, roundId]);
  useChange(place, (now, before) => {
    // With a new round the role goes in turn, and the links stay.
    if (now.hostId !== me || now.hostId === before.hostId || now.roundId !== before.roundId || !isInvited)
      return;
    const action = { label: 'Invite links', run: onInvites };
    const more = 'Send the new ones to anyone who hasn’t joined yet.';
    void notify('You are the host now. The invite links were replaced', { more, action });
  });
  useChange(hands, (now, before) => {
    for (const memberId of Object.keys(now))
      if (!ownOf(before, memberId)) announce(`${nameOf(memberId)} raised a hand.`);
  });
  useChange(hostId, (memberId) => announce(`${nameOf(memberId)} is the host now.`));
  useChange(isHostAway, (isAway) => {
    if (isAway)
      announce(`${nameOf(hostId)}, the host, lost the connection.${isLive ? ' The round goes on.' : ''}`);
  });
  useChange(mayReclaim, (may) => {
    if (may) announce('You can take the host’s role back.');
  });
}
