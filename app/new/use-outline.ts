'use client';

import { useEffect, useState } from 'react';
import type { PackOutline } from '@/server/protocol/outline';

/** The outline of a pack, which is fetched unless it is the first pack; null until it has loaded. */
export function useOutline(first: PackOutline | null, packId: string | null) {
  const [outlines, setOutlines] = useState<Record<string, PackOutline>>(first ? { [first.id]: first } : {});
  const [failedId, setFailedId] = useState<string | null>(null);
  const outline = packId === null ? null : (outlines[packId] ?? null);
  const wanted = packId !== null && !outline && failedId !== packId ? packId : null;

  useEffect(() => {
    if (wanted === null) return;
    const leave = new AbortController();
    fetchOutline(wanted, leave.signal).then(
      (fetched) => setOutlines((before) => ({ ...before, [wanted]: fetched })),
      () => {
        if (!leave.signal.aborted) setFailedId(wanted);
      },
    );
    return () => leave.abort();
  }, [wanted]);

  return { outline, failed: packId !== null && failedId === packId, retry: () => setFailedId(null) };
}

async function fetchOutline(packId: string, signal: AbortSignal): Promise<PackOutline> {
  const response = await fetch(`/api/packs/${encodeURIComponent(packId)}/outline`, { signal });
  if (!response.ok) throw new Error(`The pack could not be loaded: ${response.status}`);
  return response.json();
}
