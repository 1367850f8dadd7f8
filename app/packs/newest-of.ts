import { ask } from '@/app/http';
import type { KeptPack } from '@/server/protocol/pack-library';

/** The number of a pack's newest version; null when the pack is gone or the server cannot be reached. */
export async function newestOf(packId: string): Promise<number | null> {
  const answer = await ask<{ mine: KeptPack[] }>('GET', '/api/packs');
  return (answer.ok && answer.value.mine.find(({ id }) => id === packId)?.no) || null;
}
