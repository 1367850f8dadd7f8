'use client';

import type { PackSummary } from '@/server/protocol/pack-library';
import { HealthLink } from './health-link';
import { PackLine } from './pack-line';
import { PackMenu } from './pack-menu';

/** A pack that ships: a copy of it can be changed. */
export function ShippedRow({ pack, signedIn }: { pack: PackSummary; signedIn: boolean }) {
  const as = signedIn ? 'shipped' : 'passer-by';
  const menu = (
    <PackMenu pack={pack} label={`More for ${pack.title}`} size="sm" as={as}>
      {signedIn ? <HealthLink packId={pack.id} /> : null}
    </PackMenu>
  );
  return <PackLine pack={pack} href={`/packs/${pack.id}/read`} menu={menu} />;
}
