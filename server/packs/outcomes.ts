import type { PackReading } from '../guides/read-pack';
import type { KeptPack } from '../protocol/pack-library';
import type { Principal } from '../runtime/principal';
import { reject } from '../runtime/rejection';
import type { Outcome } from '../runtime/rooms';

export const FULL = 'You can’t keep more packs. Download and delete some you don’t need, then try again.';

type WholeReading = Extract<PackReading, { ok: true }>;

/** A source that is a pack. */
export async function packOf(
  read: (source: string, who: string) => Promise<Outcome<PackReading>>,
  source: string,
  principal: Principal,
): Promise<Outcome<WholeReading>> {
  const outcome = await read(source, principal.id);
  if (!outcome.ok) return outcome;
  return outcome.value.ok ? { ok: true, value: outcome.value } : reject('pack-broken');
}

export function outcomeOfSave(saved: KeptPack | 'gone' | 'changed' | 'full'): Outcome<KeptPack> {
  if (saved === 'gone') return reject('pack-unknown');
  if (saved === 'changed') return reject('pack-changed');
  if (saved === 'full') return reject('too-many', FULL);
  return { ok: true, value: saved };
}

export function outcomeOfReturn(returned: 'back' | 'gone' | 'full'): Outcome<null> {
  if (returned === 'gone') return reject('pack-unknown');
  return returned === 'full' ? reject('too-many', FULL) : { ok: true, value: null };
}
