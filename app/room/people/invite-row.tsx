'use client';

import Ellipsis from 'lucide-react/icons/ellipsis';
import Link2Off from 'lucide-react/icons/link-2-off';
import QrCode from 'lucide-react/icons/qr-code';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useState } from 'react';
import { useServerNow } from '@/app/live/use-time';
import { Button } from '@/app/ui/button';
import { CopyButton } from '@/app/ui/copy-button';
import { plural } from '@/app/ui/format';
import { IconButton } from '@/app/ui/icon-button';
import { Menu, MenuItem } from '@/app/ui/menu';
import type { Format, Role } from '@/server/protocol/words';
import type { InviteLink } from '@/server/runtime/rooms';
import { expiryInWords } from './expiry';
import { QrDialog } from './qr-dialog';

interface InviteRowProps {
  role: Role;
  format: Format;
  /** Null if there has never been one. */
  link: InviteLink | null;
  busy: boolean;
  onRenew: () => void;
  onRevoke: (link: InviteLink) => void;
}

/** The link of one role. If it is off, expired or unreadable, the row only offers a new one. */
export function InviteRow({ role, format, link, busy, onRenew, onRevoke }: InviteRowProps) {
  const now = useServerNow(30_000);
  const name = roleName(role, format);
  const works = link?.state === 'live' && link.expiresAt > now;
  return (
    <li className="py-3.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
        <span className="font-medium">{name}</span>
        <span className="text-ink-soft text-xs">{stateWords(link, now)}</span>
      </p>
      {works && link.url !== null ? (
        <WorkingLink
          name={name}
          url={link.url}
          code={link.code}
          busy={busy}
          onRenew={onRenew}
          onRevoke={() => onRevoke(link)}
        />
      ) : (
        <Button size="sm" className="mt-2" pending={busy} onClick={onRenew} aria-label={`New link: ${name}`}>
          {works ? 'Make a new link to see it' : 'Make a new link'}
        </Button>
      )}
    </li>
  );
}

interface WorkingLinkProps {
  name: string;
  url: string;
  code: string | null;
  busy: boolean;
  onRenew: () => void;
  onRevoke: () => void;
}

function WorkingLink({ name, url, code, busy, onRenew, onRevoke }: WorkingLinkProps) {
  const [showing, setShowing] = useState(false);
  return (
    <div className="flex items-center gap-1 pt-1.5">
      <CopyButton text={url} label="Copy link" size="sm" aria-label={`Copy the link: ${name}`} />
      <code className="tabular min-w-0 flex-1 select-all truncate px-2 text-ink-soft text-sm">{code}</code>
      <IconButton label={`Show as a QR code: ${name}`} size="sm" onClick={() => setShowing(true)}>
        <QrCode size={16} aria-hidden="true" />
      </IconButton>
      <Menu
        trigger={
          <Button variant="quiet" size="sm" square pending={busy} aria-label={`More: ${name}`}>
            {busy ? null : <Ellipsis size={16} aria-hidden="true" />}
          </Button>
        }
      >
        <MenuItem icon={<RefreshCw size={16} aria-hidden="true" />} onSelect={onRenew}>
          Replace with a new link
        </MenuItem>
        <MenuItem danger icon={<Link2Off size={16} aria-hidden="true" />} onSelect={onRevoke}>
          Turn this link off
        </MenuItem>
      </Menu>
      <QrDialog name={name} url={url} code={code} open={showing} onClose={() => setShowing(false)} />
    </div>
  );
}

function roleName(role: Role, format: Format): string {
  if (role === 'candidate') return 'The candidate';
  if (role === 'observer') return 'Observers';
  return format === 'peer' ? 'Everyone taking a turn' : 'The panel';
}

function stateWords(link: InviteLink | null, now: number): string {
  if (!link) return 'no link yet';
  if (link.state === 'revoked') return 'turned off';
  const used = link.joined > 0 ? `${plural(link.joined, 'person', 'people')} joined, ` : '';
  return used + expiryInWords(link.expiresAt, link.state === 'expired' ? link.expiresAt : now);
}
