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

/** A browser that keeps nothing (private, full) costs no more than the safety of a reload. */
export function keepUnsaved(packId: string, unsaved: Unsaved): void {
  try {
    localStorage.setItem(keyOf(packId), JSON.stringify(unsaved));
  } catch {
    return;
  }
}

export function forgetUnsaved(packId: string): void {
  try {
    localStorage.removeItem(keyOf(packId));
  } catch {
    return;
  }
}

function isUnsaved(value: unknown): value is Unsaved {
  if (typeof value !== 'object' || value === null || !('seen' in value) || !('source' in value)) return false;
  return typeof value.seen === 'number' && typeof value.source === 'string';
}
