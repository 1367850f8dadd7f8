'use client';

import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import Ellipsis from 'lucide-react/icons/ellipsis';
import LogIn from 'lucide-react/icons/log-in';
import Share2 from 'lucide-react/icons/share-2';
import Trash2 from 'lucide-react/icons/trash-2';
import { type ReactNode, useState } from 'react';
import { Button } from '@/app/ui/button';
import { Menu, MenuItem, MenuLine, MenuLink } from '@/app/ui/menu';
import type { PackSummary } from '@/server/protocol/pack-library';
import { download } from './download';
import { packName } from './pack-name';
import { ShareDialog } from './share-dialog';
import { usePackActions } from './use-pack-actions';

interface PackMenuProps {
  pack: PackSummary;
  /** The button's name. */
  label: string;
  size?: 'sm' | 'md';
  /** `own` can be deleted; `shipped` can be copied; a `passer-by` is offered to sign in. */
  as: 'own' | 'shipped' | 'passer-by';
  onDeleted?: () => void;
  /** More actions, first in the menu. */
  children?: ReactNode;
}

/** Actions on a whole pack, wherever it is listed or open. */
export function PackMenu({ pack, label, size = 'md', as, onDeleted, children }: PackMenuProps) {
  const { pending, duplicate, remove } = usePackActions({ id: pack.id, name: packName(pack) });
  const [sharing, setSharing] = useState(false);
  const menu = (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" size={size} square pending={pending} aria-label={label}>
          <Ellipsis size={18} aria-hidden="true" />
        </Button>
      }
    >
      {children}
      {as === 'passer-by' ? (
        <MenuLink href="/sign-in?callbackUrl=/packs" icon={<LogIn size={16} aria-hidden="true" />}>
          Sign in to make a copy
        </MenuLink>
      ) : (
        <MenuItem icon={<Copy size={16} aria-hidden="true" />} onSelect={() => void duplicate()}>
          {as === 'own' ? 'Make a copy' : 'Make a copy of my own'}
        </MenuItem>
      )}
      <MenuItem icon={<Download size={16} aria-hidden="true" />} onSelect={() => download(pack.id)}>
        Download as Markdown
      </MenuItem>
      {as === 'own' ? (
        <>
          <MenuItem icon={<Share2 size={16} aria-hidden="true" />} onSelect={() => setSharing(true)}>
            Share with a teammate
          </MenuItem>
          <MenuLine />
          <MenuItem
            danger
            icon={<Trash2 size={16} aria-hidden="true" />}
            onSelect={() => void remove(onDeleted)}
          >
            Delete
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
  return (
    <>
      {menu}
      {as === 'own' ? (
        <ShareDialog
          packId={pack.id}
          name={packName(pack)}
          open={sharing}
          onClose={() => setSharing(false)}
        />
      ) : null}
    </>
  );
}
