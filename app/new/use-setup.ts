'use client';

import { useEffect, useMemo, useState } from 'react';
import type { PackOutline } from '@/app/agenda/pack-outline';
import type { PackSummary } from '@/server/protocol/pack-library';
import type { Format } from '@/server/protocol/words';
import { loadDraft, saveDraft } from './draft-storage';
import { freshDraft, type SetupDraft } from './setup-draft';
import { useOutline } from './use-outline';

export interface Setup {
  draft: SetupDraft;
  pack: PackSummary;
  /** Null while it is fetched, and in a peer room, where nobody is to see the questions. */
  outline: PackOutline | null;
  outlineFailed: boolean;
  retryOutline: () => void;
  change: (part: Partial<SetupDraft>) => void;
  choosePack: (packId: string) => void;
  /** Everything back to how it was suggested. */
  startOver: () => void;
  touched: boolean;
}

interface SetupInput {
  first: PackSummary;
  packs: readonly PackSummary[];
  outline: PackOutline | null;
  format: Format | null;
}

/** The draft of a room: kept in this browser until the room is open. */
export function useSetup({ first, packs, outline, format }: SetupInput): Setup {
  const fresh = useMemo(() => freshDraft(first.id, format ?? 'led'), [first.id, format]);
  const [draft, setDraft] = useState(fresh);
  const [loaded, setLoaded] = useState(false);

  useEffect(() => {
    const kept = loadDraft(localStorage);
    if (kept && packs.some((pack) => pack.id === kept.packId))
      setDraft({ ...kept, format: format ?? kept.format });
    setLoaded(true);
  }, [packs, format]);

  useEffect(() => {
    if (loaded) saveDraft(localStorage, draft);
  }, [draft, loaded]);

  const outlines = useOutline(outline, draft.format === 'led' ? draft.packId : null);
  return {
    draft,
    pack: packs.find((pack) => pack.id === draft.packId) ?? first,
    outline: outlines.outline,
    outlineFailed: outlines.failed,
    retryOutline: outlines.retry,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    choosePack: (packId) => setDraft((before) => ({ ...before, packId, agenda: null, slots: null })),
    startOver: () => setDraft(fresh),
    touched: JSON.stringify(draft) !== JSON.stringify(fresh),
  };
}
