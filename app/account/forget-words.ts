import { browserPlace } from '@/app/browser-place';

/** Deletes our data in this browser: unsent text and drafts, which the next person here may not read. */
export function forgetWords(): void {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    const place = browserPlace(name);
    if (!place) continue;
    for (const key of Object.keys(place)) if (key.startsWith('hotseat:')) place.removeItem(key);
  }
}
