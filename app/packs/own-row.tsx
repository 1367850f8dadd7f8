'use client';

import BookOpen from 'lucide-react/icons/book-open';
import Pencil from 'lucide-react/icons/pencil';
import { day } from '@/app/ui/format';
import { MenuLink } from '@/app/ui/menu';
import { useTimeZone } from '@/app/ui/use-time-zone';
import type { KeptPack } from '@/server/protocol/pack-library';
import { HealthLink } from './health-link';
import { PackLine } from './pack-line';
import { PackMenu } from './pack-menu';
import { originOf, packName } from './pack-name';

/** One of the person's own packs. */
export function OwnRow({ pack, now }: { pack: KeptPack; now: number }) {
  const timeZone = useTimeZone();
  const href = `/packs/${pack.id}`;
  const menu = (
    <PackMenu pack={pack} label={`More for ${packName(pack)}`} size="sm" as="own">
      <MenuLink href={href} icon={<Pencil size={16} aria-hidden="true" />}>
        Edit
      </MenuLink>
      <MenuLink href={`${href}/read`} icon={<BookOpen size={16} aria-hidden="true" />}>
        Read
      </MenuLink>
      <HealthLink packId={pack.id} />
    </PackMenu>
  );
  const origin = originOf(pack);
  const note = [
    ...(origin === null ? [] : [`copy of ${origin}`]),
    `${pack.no === 1 ? 'kept' : `version ${pack.no},`} ${day(pack.updatedAt, now, timeZone)}`,
  ].join(' · ');
  return <PackLine pack={pack} href={href} note={note} menu={menu} />;
}
