import { browserPlace } from './browser-place';
import { randomId } from './live/random-id';

/** Signing out deletes it before anything else, and other pages of this browser tell by that. */
export const WHOSE = 'hotseat:whose';

/** What it was when this page began to keep words. */
let known: string | null = null;

/**
 * Whether somebody has signed out of this browser, in any window, since this page first asked. What the page still has is
 * then kept nowhere: the next person at this browser must not find it.
 */
export function isForgotten(): boolean {
  try {
    const place = browserPlace('localStorage');
    if (!place) return false;
    const now = place.getItem(WHOSE);
    if (known !== null) return now !== known;
    const whose = now ?? randomId();
    if (now === null) place.setItem(WHOSE, whose);
    known = whose;
    return false;
  } catch {
    // A browser that keeps nothing has nothing to forget.
    return false;
  }
}
