'use client';

import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { Button } from '@/app/ui/button';
import { Menu, MenuItem } from '@/app/ui/menu';
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
      ) : null}
      <MenuItem icon={<Download size={16} aria-hidden="true" />} onSelect={() => download(pack.id)}>
        Download as Markdown
      </MenuItem>
    </Menu>
  );
  return <PackLine pack={pack} href={null} menu={menu} />;
}
