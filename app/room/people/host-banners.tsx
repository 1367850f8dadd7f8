'use client';

import Hand from 'lucide-react/icons/hand';
import { useIsHost, useLive, useMine, useOnline, usePanel, usePresence, useSend } from '@/app/live/use-room';
import { useServerNow } from '@/app/live/use-time';
import { Banner } from '@/app/room/shell/banner';
import { useNameOf } from '@/app/room/shell/use-panel-room';
import { Button } from '@/app/ui/button';
import { duration } from '@/app/ui/format';
import { inOrder, ownOf } from '@/server/protocol/in-order';
import { HOST_AWAY_MS } from '@/server/protocol/words';
import { useIsRoundLive } from './use-everybody';

/** Lines for the lobby and the panel's room: a lost host, a returning host, and raised hands. */

export function HostAway() {
  const hostId = usePanel((view) => view.room.hostId);
  const isPanelist = useLive((state) => state.audience === 'panelist');
  const presence = usePresence()(hostId);
  const isAway = presence.state === 'away';
  const now = useServerNow(1000, isAway);
  const nameOf = useNameOf();
  const send = useSend();
  const isOnline = useOnline();
  const isLive = useIsRoundLive();
  if (!isAway) return null;
  const awayMs = Math.max(0, now - presence.since);
  const leftMs = HOST_AWAY_MS - awayMs;
  return (
    <Banner
      actions={
        isPanelist && leftMs <= 0 ? (
          <Button size="sm" disabled={!isOnline} onClick={() => void send({ type: 'TakeOverHost' })}>
            Take over as host
          </Button>
        ) : null
      }
    >
      {nameOf(hostId)}, the host, lost the connection {duration(awayMs)} ago.
      {isLive ? ' The round goes on.' : ''}
      {isPanelist && leftMs > 0 ? ` You can take over in ${Math.ceil(leftMs / 1000)} s.` : ''}
      {isPanelist && leftMs <= 0 ? ' If you take over, the invite links are replaced.' : ''}
    </Banner>
  );
}

export function TakeBack() {
  const mayReclaim = useMine((mine) => mine.mayReclaim) ?? false;
  const isHost = useIsHost();
  const hostId = usePanel((view) => view.room.hostId);
  const nameOf = useNameOf();
  const send = useSend();
  const isOnline = useOnline();
  if (!mayReclaim || isHost) return null;
  return (
    <Banner
      actions={
        <Button size="sm" disabled={!isOnline} onClick={() => void send({ type: 'ReclaimHost' })}>
          Take the host’s role back
        </Button>
      }
    >
      While you were away, {nameOf(hostId)} became the host. If you take the role back, the invite links are
      replaced.
    </Banner>
  );
}

export function RaisedHands() {
  const hands = usePanel((view) => view.hands.members);
  const roster = usePanel((view) => inOrder(view.roster.members));
  const members = roster.flatMap(({ id }) => (ownOf(hands, id) ? [id] : []));
  const nameOf = useNameOf();
  if (members.length === 0) return null;
  return (
    <Banner>
      <Hand size={16} aria-hidden="true" className="mr-2 inline text-ember" />
      {members.map(nameOf).join(', ')} raised a hand.
    </Banner>
  );
}
