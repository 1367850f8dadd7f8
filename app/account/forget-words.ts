import { browserPlace } from '@/app/browser-place';
import { RECORDINGS } from '@/app/live/recordings-name';
import { WHOSE } from '@/app/whose-words';

/** How long (ms) another window may still write what it recorded, before the browser deletes that by itself. */
const PATIENCE_MS = 3_000;

/**
 * Deletes our data in this browser, which the next person here may not read: unsent text and drafts, what somebody said
 * alone, its recordings, and the wish to be recorded. Other windows keep nothing from here on.
 */
export async function forgetWords(): Promise<void> {
  browserPlace('localStorage')?.removeItem(WHOSE);
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    const place = browserPlace(name);
    if (!place) continue;
    for (const key of Object.keys(place)) if (key.startsWith('hotseat:')) place.removeItem(key);
  }
  await forgetRecordings();
}

function forgetRecordings(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => resolve();
    setTimeout(done, PATIENCE_MS);
    try {
      const request = indexedDB.deleteDatabase(RECORDINGS);
      Object.assign(request, { onsuccess: done, onerror: done });
    } catch {
      // The browser keeps nothing at all.
      done();
    }
  });
}
