import type { KeptPack, PackSummary } from '@/server/protocol/pack-library';

/** A pack's name in lists. A copy that nobody has renamed yet is marked as one. */
export function packName(pack: PackSummary | KeptPack): string {
  const copy = copyOf(pack);
  if (copy?.of !== pack.title) return pack.title;
  return copy.no === 1 ? `Copy of ${copy.of}` : `Copy ${copy.no} of ${copy.of}`;
}

/** For a renamed copy: the original's title. */
export function originOf(pack: PackSummary | KeptPack): string | null {
  const copy = copyOf(pack);
  return copy && copy.of !== pack.title ? copy.of : null;
}

function copyOf(pack: PackSummary | KeptPack): KeptPack['copy'] {
  return 'copy' in pack ? pack.copy : null;
}
