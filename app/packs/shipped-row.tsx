'use client';

import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import Ellipsis from 'lucide-react/icons/ellipsis';
import LogIn from 'lucide-react/icons/log-in';
import { Button } from '@/app/ui/button';
import { Menu, MenuItem, MenuLink } from '@/app/ui/menu';
import type { PackSummary } from '@/server/protocol/pack-library';
import { download } from './download';
import { PackLine } from './pack-line';
import { usePackActions } from './use-pack-actions';

/** A pack that ships: a copy of it can be changed. */
export function ShippedRow({ pack, signedIn }: { pack: PackSummary; signedIn: boolean }) {
  const { pending, duplicate } = usePackActions(pack);
  const menu = (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" size="sm" square pending={pending} aria-label={`More for ${pack.title}`}>
          <Ellipsis size={18} aria-hidden="true" />
        </Button>
      }
    >
      {signedIn ? (
        <MenuItem icon={<Copy size={16} aria-hidden="true" />} onSelect={() => void duplicate()}>
          Make a copy of my own
        </MenuItem>
      ) : (
        <MenuLink href="/sign-in?callbackUrl=/packs" icon={<LogIn size={16} aria-hidden="true" />}>
          Sign in to make a copy
        </MenuLink>
      )}
      <MenuItem icon={<Download size={16} aria-hidden="true" />} onSelect={() => download(pack.id)}>
        Download as Markdown
      </MenuItem>
    </Menu>
  );
  return <PackLine pack={pack} href={null} menu={menu} />;
}
