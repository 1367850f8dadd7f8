import { useLive, useMine, usePanel, usePresence, useRoomClient, useSend } from '@/app/live/use-room';
import type { Action } from '@/app/room/shell/command-menu';
import { HOST_AWAY_MS } from '@/server/protocol/words';
import { admitting, letInTogether, useAtDoor, useIsRoundLive } from './use-everybody';

/** For the command menus: people at the door, and a host who is away or was. */
export function usePeopleActions(): Action[] {
  const send = useSend();
  const client = useRoomClient();
  const waiting = useAtDoor();
  const isLive = useIsRoundLive();
  const audience = useLive((state) => state.audience);
  const hostId = usePanel((view) => view.room.hostId);
  const mayReclaim = useMine((mine) => mine.mayReclaim) ?? false;
  const host = usePresence()(hostId);
  const actions: Action[] = [];
  const isLost = host.state === 'away' && client.clock.now() - host.since >= HOST_AWAY_MS;
  if (audience === 'panelist' && isLost)
    actions.push({ label: 'Take over as host', run: () => void send({ type: 'TakeOverHost' }) });
  if (mayReclaim && audience !== 'host')
    actions.push({ label: 'Take the host’s role back', run: () => void send({ type: 'ReclaimHost' }) });
  if (letInTogether(waiting) > 1)
    actions.push({ label: 'Let everyone in', run: () => void send(admitting(waiting)) });
  for (const { id, called, role, mustWait } of waiting)
    if (!mustWait)
      actions.push({
        label: `Let ${called} in${isLive && role !== 'candidate' ? ': they see the key points of this round' : ''}`,
        run: () => void send({ type: 'AdmitMember', memberId: id }),
      });
  return actions;
}
