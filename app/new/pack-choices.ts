import type { PackSummary } from '@/server/protocol/pack-library';

/** The packs that a host can choose. */
export interface PackChoices {
  shipped: readonly PackSummary[];
  mine: readonly PackSummary[];
  /** Imported for this room alone. */
  once: PackSummary | null;
}

export function allChoices({ shipped, mine, once }: PackChoices): PackSummary[] {
  return [...(once ? [once] : []), ...mine, ...shipped];
}
