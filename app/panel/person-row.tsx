'use client';

import Ellipsis from 'lucide-react/icons/ellipsis';
import { useMine, usePanel, usePresence, useSend } from '@/app/live/use-room';
import { useServerNow } from '@/app/live/use-time';
import { Avatar } from '@/app/ui/avatar';
import { Badge } from '@/app/ui/badge';
import { Button } from '@/app/ui/button';
import { duration } from '@/app/ui/format';
import { Menu, MenuItem, MenuLine } from '@/app/ui/menu';
import type { RosterMember } from '@/server/protocol/views';
import type { Role } from '@/server/protocol/words';
import { useIsHost } from './use-panel-room';

interface Props {
  member: RosterMember;
  /** What they are in this round. */
  seat: Role;
  onRemove: () => void;
}

/** One person: seat, connection, and the host's menu. */
export function PersonRow({ member, seat, onRemove }: Props) {
  const me = useMine((mine) => mine.memberId);
  const hostId = usePanel((view) => view.room.hostId);
  const presence = usePresence()(member.id);
  const isHost = useIsHost();
  const now = useServerNow(5_000, presence.state === 'away');
  const isMe = member.id === me;
  const where =
    presence.state === 'here'
      ? 'here'
      : presence.state === 'away'
        ? `away for ${duration(now - presence.since)}`
        : '';
  return (
    <li className="flex items-center gap-3 border-line border-b py-2 last:border-b-0">
      <Avatar name={member.name} live={seat === 'candidate'} away={presence.state === 'away'} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          {member.name}
          {isMe ? ' (you)' : ''}
        </span>
        <span className="block truncate text-ink-soft text-sm">
          {[seat === 'candidate' ? 'in the hot seat' : seat, where].filter(Boolean).join(' · ')}
        </span>
      </span>
      {member.id === hostId ? <Badge tone="soft">host</Badge> : null}
      {isHost && !isMe ? <Actions member={member} seat={seat} onRemove={onRemove} /> : null}
    </li>
  );
}

function Actions({ member, seat, onRemove }: Props) {
  const send = useSend();
  const memberId = member.id;
  const trigger = (
    <Button variant="quiet" aria-label={`About ${member.name}`} className="px-2.5">
      <Ellipsis size={18} aria-hidden="true" />
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      {seat === 'panelist' ? (
        <>
          <MenuItem onSelect={() => void send({ type: 'HandOverHost', memberId })}>Make host</MenuItem>
          <MenuItem onSelect={() => void send({ type: 'ChangeRole', memberId, role: 'observer' })}>
            Make observer
          </MenuItem>
        </>
      ) : null}
      {seat === 'observer' ? (
        <MenuItem onSelect={() => void send({ type: 'ChangeRole', memberId, role: 'panelist' })}>
          Make panelist
        </MenuItem>
      ) : null}
      {seat === 'candidate' ? null : <MenuLine />}
      <MenuItem danger onSelect={onRemove}>
        Remove
      </MenuItem>
    </Menu>
  );
}
