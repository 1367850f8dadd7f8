'use client';

import Pencil from 'lucide-react/icons/pencil';
import { day } from '@/app/ui/format';
import { MenuLink } from '@/app/ui/menu';
import type { KeptPack } from '@/server/protocol/pack-library';
import { PackLine } from './pack-line';
import { PackMenu } from './pack-menu';

/** A pack of one's own. */
export function OwnRow({ pack, now }: { pack: KeptPack; now: number }) {
  const href = `/packs/${pack.id}`;
  const menu = (
    <PackMenu pack={pack} label={`More for ${pack.title}`} size="sm" as="own">
      <MenuLink href={href} icon={<Pencil size={16} aria-hidden="true" />}>
        Edit
      </MenuLink>
    </PackMenu>
  );
  const note = `${pack.no === 1 ? 'kept' : `version ${pack.no},`} ${day(pack.updatedAt, now)}`;
  return <PackLine pack={pack} href={href} note={note} menu={menu} />;
}
