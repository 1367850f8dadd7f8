import type { KeptPack } from '@/server/protocol/pack-library';

/** The number of a pack's newest version; null when the pack is gone or the server cannot be reached. */
export async function newestOf(packId: string): Promise<number | null> {
  try {
    const response = await fetch('/api/packs');
    const answer: { ok: boolean; value?: { mine: KeptPack[] } } = await response.json();
    return answer.value?.mine.find(({ id }) => id === packId)?.no ?? null;
  } catch {
    return null;
  }
}
