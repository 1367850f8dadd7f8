import type { KeptPack, PackSummary } from '@/server/protocol/pack-library';

/** What a pack is called in lists: a copy that nobody has renamed yet is told from its original. */
export function packName(pack: PackSummary | KeptPack): string {
  const copy = copyOf(pack);
  if (copy?.of !== pack.title) return pack.title;
  return copy.no === 1 ? `Copy of ${copy.of}` : `Copy ${copy.no} of ${copy.of}`;
}

/** The original's title, of a copy that has another title by now. */
export function originOf(pack: PackSummary | KeptPack): string | null {
  const copy = copyOf(pack);
  return copy && copy.of !== pack.title ? copy.of : null;
}

function copyOf(pack: PackSummary | KeptPack): KeptPack['copy'] {
  return 'copy' in pack ? pack.copy : null;
}
