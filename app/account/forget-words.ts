import { browserPlace } from '@/app/browser-place';
import { RECORDINGS } from '@/app/live/recordings-name';

/**
 * Deletes our data in this browser, which the next person here may not read: unsent text and drafts, what somebody said
 * alone, its recordings, and the wish to be recorded.
 */
export async function forgetWords(): Promise<void> {
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
    try {
      const request = indexedDB.deleteDatabase(RECORDINGS);
      // Blocked: another tab still writes, and the browser deletes it when that is done.
      Object.assign(request, { onsuccess: done, onerror: done, onblocked: done });
    } catch {
      // The browser keeps nothing at all.
      done();
    }
  });
}
