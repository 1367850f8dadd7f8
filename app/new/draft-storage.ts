import { type SetupDraft, USUAL_PEOPLE } from './setup-draft';

const KEY = 'hotseat:setup:3';

/** The draft of an earlier visit in this browser, if its shape is still valid; null otherwise. */
export function loadDraft(storage: Pick<Storage, 'getItem'> | null): SetupDraft | null {
  try {
    const parsed: unknown = JSON.parse(storage?.getItem(KEY) ?? 'null');
    // Drafts of an earlier version do not say how many people there are.
    return isDraft(parsed) ? { ...parsed, people: parsed.people ?? USUAL_PEOPLE } : null;
  } catch {
    return null;
  }
}

/** Keeps the draft. Full or blocked storage is ignored, as it hardly matters to a person who sets up a room. */
export function saveDraft(storage: Pick<Storage, 'setItem'> | null, draft: SetupDraft): void {
  try {
    storage?.setItem(KEY, JSON.stringify(draft));
  } catch {
    return;
  }
}

export function forgetDraft(storage: Pick<Storage, 'removeItem'> | null): void {
  storage?.removeItem(KEY);
}

type KeptDraft = Omit<SetupDraft, 'people'> & Partial<Pick<SetupDraft, 'people'>>;

function isDraft(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Record<string, unknown>;
  return (
    typeof draft.packId === 'string' &&
    (draft.format === 'peer' || draft.format === 'led') &&
    (draft.title === null || typeof draft.title === 'string') &&
    isListOrNull(draft.agenda, (id) => typeof id === 'string') &&
    isListOrNull(draft.slots, isSlot) &&
    (draft.people === undefined || typeof draft.people === 'number') &&
    Array.isArray(draft.seen) &&
    draft.seen.every((id) => typeof id === 'string') &&
    (draft.level === null || typeof draft.level === 'string') &&
    (draft.targetSeconds === null || typeof draft.targetSeconds === 'number') &&
    typeof draft.callLink === 'string' &&
    typeof draft.waitingRoom === 'boolean' &&
    typeof draft.autoReveal === 'boolean' &&
    typeof draft.hostRates === 'boolean' &&
    (draft.startsAt === null || typeof draft.startsAt === 'number') &&
    typeof draft.sharesChecklist === 'boolean'
  );
}

function isListOrNull(value: unknown, holds: (entry: unknown) => boolean): boolean {
  return value === null || (Array.isArray(value) && value.every(holds));
}

function isSlot(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('groupId' in value)) return false;
  const kind = 'kind' in value ? value.kind : 'question';
  if (kind !== 'question' && kind !== 'exercise') return false;
  return value.groupId === null || typeof value.groupId === 'string';
}
