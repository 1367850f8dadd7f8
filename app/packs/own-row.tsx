'use client';

import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import { Button } from '@/app/ui/button';
import { day } from '@/app/ui/format';
import { Menu, MenuItem, MenuLine, MenuLink } from '@/app/ui/menu';
import type { KeptPack } from '@/server/protocol/pack-library';
import { download } from './download';
import { PackLine } from './pack-line';
import { usePackActions } from './use-pack-actions';

/** A pack of one's own. */
export function OwnRow({ pack, now }: { pack: KeptPack; now: number }) {
  const { pending, duplicate, remove } = usePackActions(pack);
  const menu = (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" size="sm" square pending={pending} aria-label={`More for ${pack.title}`}>
          <Ellipsis size={18} aria-hidden="true" />
        </Button>
      }
    >
      <MenuLink href={`/packs/${pack.id}`} icon={<Pencil size={16} aria-hidden="true" />}>
        Edit
      </MenuLink>
      <MenuItem icon={<Copy size={16} aria-hidden="true" />} onSelect={() => void duplicate()}>
        Make a copy
      </MenuItem>
      <MenuItem icon={<Download size={16} aria-hidden="true" />} onSelect={() => download(pack.id)}>
        Download as Markdown
      </MenuItem>
      <MenuLine />
      <MenuItem danger icon={<Trash2 size={16} aria-hidden="true" />} onSelect={() => void remove()}>
        Delete
      </MenuItem>
    </Menu>
  );
  const note = `${pack.no === 1 ? 'kept' : `version ${pack.no},`} ${day(pack.updatedAt, now)}`;
  return <PackLine pack={pack} href={`/packs/${pack.id}`} note={note} menu={menu} />;
}
