import { browserStorage } from '@/app/live/key-value';

/** When somebody last warmed up with a pack, in this browser. */

const MONTH_MS = 30 * 24 * 3_600_000;
const storage = browserStorage();
const keyOf = (packTitle: string) => `hotseat:warmed-up/${packTitle}`;

export function rememberWarmUp(packTitle: string, now: number): void {
  storage.set(keyOf(packTitle), String(now));
}

/** Milliseconds since the epoch; null where it was never, or a month ago. */
export function warmedUpAt(packTitle: string, now: number): number | null {
  const at = Number(storage.get(keyOf(packTitle)) ?? 0);
  return at > 0 && now - at < MONTH_MS ? at : null;
}
