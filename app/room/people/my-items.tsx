'use client';

import MonitorSmartphone from 'lucide-react/icons/monitor-smartphone';
import UserPen from 'lucide-react/icons/user-pen';
import { type ReactNode, useState } from 'react';
import { useMine } from '@/app/live/use-room';
import { MenuItem } from '@/app/ui/menu';
import { RenameDialog, ReturnDialog } from './own-dialogs';

type OwnDialog = 'rename' | 'return';

/** What everybody can do about their own seat: the menu's items, and the dialogs that they open, for beside the menu. */
export function useMyItems(): { items: ReactNode; dialogs: ReactNode; open: (dialog: OwnDialog) => void } {
  const [open, setOpen] = useState<OwnDialog | null>(null);
  const memberId = useMine((mine) => mine.memberId);
  const name = useMine((mine) => mine.name);
  const close = () => setOpen(null);
  return {
    open: setOpen,
    items: (
      <>
        <MenuItem icon={<UserPen size={16} aria-hidden="true" />} onSelect={() => setOpen('rename')}>
          Change my name
        </MenuItem>
        <MenuItem
          icon={<MonitorSmartphone size={16} aria-hidden="true" />}
          onSelect={() => setOpen('return')}
        >
          Continue on another device
        </MenuItem>
      </>
    ),
    dialogs: (
      <>
        <RenameDialog
          open={open === 'rename'}
          memberId={memberId ?? ''}
          name={name ?? ''}
          mine
          onClose={close}
        />
        <ReturnDialog open={open === 'return'} onClose={close} />
      </>
    ),
  };
}
