/** What somebody wrote and has not saved, and which version it was written on. */
export interface Unsaved {
  seen: number;
  source: string;
}

// Whatever begins with this prefix is forgotten at sign-out.
const keyOf = (packId: string) => `hotseat:pack:${packId}`;

export function loadUnsaved(packId: string): Unsaved | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(packId)) ?? 'null');
    return isUnsaved(found) ? found : null;
  } catch {
    return null;
  }
}

/** False in a browser that keeps nothing (private, full): a reload would cost the text. */
export function keepUnsaved(packId: string, unsaved: Unsaved): boolean {
  try {
    localStorage.setItem(keyOf(packId), JSON.stringify(unsaved));
    return true;
  } catch {
    return false;
  }
}

/** With a `source` only that text: what another tab wrote meanwhile stays. */
export function forgetUnsaved(packId: string, source?: string): void {
  try {
    if (source === undefined || loadUnsaved(packId)?.source === source)
      localStorage.removeItem(keyOf(packId));
  } catch {
    return;
  }
}

function isUnsaved(value: unknown): value is Unsaved {
  if (typeof value !== 'object' || value === null || !('seen' in value) || !('source' in value)) return false;
  return typeof value.seen === 'number' && typeof value.source === 'string';
}
