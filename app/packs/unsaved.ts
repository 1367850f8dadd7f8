import { browserPlace } from '@/app/browser-place';
import { isForgotten } from '@/app/whose-words';

/** What somebody wrote and has not saved, and which version it was written on. */
export interface Unsaved {
  seen: number;
  source: string;
}

// Signing out deletes every key with this prefix.
const keyOf = (packId: string) => `hotseat:pack:${packId}`;

/** This tab's own text first, then what a closed tab left: two tabs that write at once keep each their own. */
const places = () =>
  [browserPlace('sessionStorage'), browserPlace('localStorage')].filter((place) => place !== null);

export function loadUnsaved(packId: string): Unsaved | null {
  try {
    return places().reduce<Unsaved | null>((found, place) => found ?? unsavedIn(place, packId), null);
  } catch {
    return null;
  }
}

/** False where nothing is kept (private, full, blocked, signed out in another window): a reload would cost the text. */
export function keepUnsaved(packId: string, unsaved: Unsaved): boolean {
  if (isForgotten()) return false;
  try {
    for (const place of places()) place.setItem(keyOf(packId), JSON.stringify(unsaved));
    return places().length > 0;
  } catch {
    return false;
  }
}

/** With a `source`, only that text: what another tab wrote in the meantime stays. */
export function forgetUnsaved(packId: string, source?: string): void {
  try {
    for (const place of places())
      if (source === undefined || unsavedIn(place, packId)?.source === source)
        place.removeItem(keyOf(packId));
  } catch {
    return;
  }
}

function unsavedIn(place: Storage, packId: string): Unsaved | null {
  const found: unknown = JSON.parse(place.getItem(keyOf(packId)) ?? 'null');
  return isUnsaved(found) ? found : null;
}

function isUnsaved(value: unknown): value is Unsaved {
  if (typeof value !== 'object' || value === null || !('seen' in value) || !('source' in value)) return false;
  return typeof value.seen === 'number' && typeof value.source === 'string';
}
