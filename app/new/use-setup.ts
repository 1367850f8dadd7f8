'use client';

import { useEffect, useMemo, useState } from 'react';
import { browserPlace } from '@/app/browser-place';
import { isForgotten } from '@/app/whose-words';
import type { PackOutline } from '@/server/protocol/outline';
import type { PackSummary } from '@/server/protocol/pack-library';
import type { Format } from '@/server/protocol/words';
import { loadDraft, saveDraft } from './draft-storage';
import { allChoices, type PackChoices } from './pack-choices';
import { agendaOf, freshDraft, type SetupDraft, withPack } from './setup-draft';
import { useOutline } from './use-outline';

export interface Setup {
  draft: SetupDraft;
  pack: PackSummary;
  /** Null while it loads, and in a peer room, where nobody may see the questions. */
  outline: PackOutline | null;
  outlineFailed: boolean;
  retryOutline: () => void;
  change: (part: Partial<SetupDraft>) => void;
  choosePack: (packId: string) => void;
  /** Resets everything to the suggestion. */
  startOver: () => void;
  touched: boolean;
}

interface SetupInput {
  packs: PackChoices;
  first: PackSummary;
  /** Whether a link chose the first pack, which then wins over the one of an earlier visit. */
  wished: boolean;
  outline: PackOutline | null;
  format: Format | null;
}

/** The draft of a room, which this browser keeps until the room is open. */
export function useSetup({ packs, first, wished, outline, format }: SetupInput): Setup {
  const fresh = useMemo(() => freshDraft(first.id, format ?? 'led'), [first.id, format]);
  const [draft, setDraft] = useState(fresh);
  const [loaded, setLoaded] = useState(false);
  const all = allChoices(packs);

  useEffect(() => {
    const kept = loadDraft(browserPlace('localStorage'));
    if (kept) {
      const asked = { ...kept, format: format ?? kept.format };
      setDraft(wished ? withPack(asked, first.id) : asked);
    }
    setLoaded(true);
  }, [wished, first.id, format]);

  useEffect(() => {
    if (loaded && !isForgotten()) saveDraft(browserPlace('localStorage'), draft);
  }, [draft, loaded]);

  // If the pack of an earlier visit no longer exists, the first pack replaces it.
  const pack = all.find(({ id }) => id === draft.packId) ?? first;
  const current = withPack(draft, pack.id);
  const outlines = useOutline(outline, draft.format === 'led' ? pack.id : null);
  useSeen(loaded ? current : null, outlines.outline, setDraft);
  return {
    draft: current,
    pack,
    outline: outlines.outline,
    outlineFailed: outlines.failed,
    retryOutline: outlines.retry,
    change: (part) => setDraft((before) => ({ ...withPack(before, pack.id), ...part })),
    choosePack: (packId) => setDraft((before) => withPack(before, packId)),
    startOver: () => setDraft({ ...fresh, seen: current.packId === fresh.packId ? current.seen : [] }),
    touched: JSON.stringify({ ...current, seen: [] }) !== JSON.stringify(fresh),
  };
}

/**
 * Records which items of the pack were on the screen, so that a peer room asks its host other ones. The draft is null
 * until that of an earlier visit has loaded.
 */
function useSeen(
  draft: SetupDraft | null,
  outline: PackOutline | null,
  setDraft: (change: (before: SetupDraft) => SetupDraft) => void,
): void {
  const isShown = draft?.format === 'led' && outline?.id === draft.packId;
  const shown = isShown ? agendaOf(draft, outline) : [];
  const fresh = shown.filter((id) => !draft?.seen.includes(id)).join('\n');
  const packId = draft?.packId;
  useEffect(() => {
    if (fresh === '') return;
    setDraft((before) =>
      before.packId === packId
        ? { ...before, seen: [...new Set([...before.seen, ...fresh.split('\n')])] }
        : before,
    );
  }, [fresh, packId, setDraft]);
}
