'use client';

import ChevronDown from 'lucide-react/icons/chevron-down';
import History from 'lucide-react/icons/history';
import LogIn from 'lucide-react/icons/log-in';
import LogOut from 'lucide-react/icons/log-out';
import MonitorSmartphone from 'lucide-react/icons/monitor-smartphone';
import MonitorX from 'lucide-react/icons/monitor-x';
import Pencil from 'lucide-react/icons/pencil';
import { useState } from 'react';
import { Avatar } from '@/app/ui/avatar';
import { Button } from '@/app/ui/button';
import { Menu, MenuItem, MenuLabel, MenuLine, MenuLink } from '@/app/ui/menu';
import { LeaveDialog } from './leave-dialog';
import { RenameDialog } from './rename-dialog';
import { SessionsDialog } from './sessions-dialog';
import { useSignOut } from './use-sign-out';

interface AccountMenuProps {
  /** Null for a guest who was not asked for one yet. */
  name: string | null;
  email: string | null;
  guest: boolean;
  /** Whether this is a guest who can sign in and keep their history. */
  canKeep: boolean;
}

/** Who is signed in, and how to sign out. */
export function AccountMenu({ name, email, guest, canKeep }: AccountMenuProps) {
  const [leaving, setLeaving] = useState<'here' | 'everywhere' | null>(null);
  const [open, setOpen] = useState<'name' | 'sessions' | null>(null);
  const { signOut, pending } = useSignOut();
  const shown = name ?? 'Guest';
  // Only this browser knows a guest, who cannot undo signing out, so this asks first.
  const leave = (where: 'here' | 'everywhere') => (guest ? setLeaving(where) : void signOut(where));
  return (
    <>
      <Menu
        trigger={
          <Button
            variant="quiet"
            size="sm"
            pending={pending}
            aria-label={name === null ? 'Your account' : `Account of ${name}`}
          >
            <Avatar name={shown} size="sm" />
            <span className="hidden max-w-40 truncate sm:block">{shown}</span>
            <ChevronDown size={14} aria-hidden="true" />
          </Button>
        }
      >
        <MenuLabel>{email ?? (guest && name !== null ? `${name}, guest` : shown)}</MenuLabel>
        {canKeep ? (
          <MenuLink href="/sign-in" icon={<LogIn size={16} aria-hidden="true" />}>
            Sign in to keep your history
          </MenuLink>
        ) : null}
        <MenuLink href="/history" icon={<History size={16} aria-hidden="true" />}>
          History
        </MenuLink>
        <MenuItem icon={<Pencil size={16} aria-hidden="true" />} onSelect={() => setOpen('name')}>
          Change your name
        </MenuItem>
        <MenuItem
          icon={<MonitorSmartphone size={16} aria-hidden="true" />}
          onSelect={() => setOpen('sessions')}
        >
          Where you’re signed in
        </MenuItem>
        <MenuLine />
        <MenuItem icon={<LogOut size={16} aria-hidden="true" />} onSelect={() => leave('here')}>
          Sign out
        </MenuItem>
        <MenuItem icon={<MonitorX size={16} aria-hidden="true" />} onSelect={() => leave('everywhere')}>
          Sign out on all devices
        </MenuItem>
      </Menu>
      <RenameDialog name={name ?? ''} open={open === 'name'} onClose={() => setOpen(null)} />
      <SessionsDialog open={open === 'sessions'} onClose={() => setOpen(null)} />
      <LeaveDialog
        open={leaving !== null}
        pending={pending}
        canKeep={canKeep}
        onStay={() => setLeaving(null)}
        onLeave={() => leaving && void signOut(leaving)}
      />
    </>
  );
}
