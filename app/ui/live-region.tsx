'use client';

import { useEffect, useState } from 'react';
import { type Announcement, onAnnounce } from './announce';

/** Long enough to be spoken after the current speech, short enough not to be found while browsing. */
const KEPT_MS = 10_000;

/** The page's two live regions, once in the layout. Speak through `announce(text, urgency?)`. */
export function LiveRegion() {
  const [queue, setQueue] = useState<Announcement[]>([]);

  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const stop = onAnnounce((announcement) => {
      setQueue((before) => [...before, announcement]);
      const timer = setTimeout(() => {
        timers.delete(timer);
        setQueue((before) => before.filter(({ id }) => id !== announcement.id));
      }, KEPT_MS);
      timers.add(timer);
    });
    return () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
    };
  }, []);

  return (['polite', 'assertive'] as const).map((urgency) => (
    <div key={urgency} className="sr-only" aria-live={urgency} aria-atomic="false" aria-relevant="additions">
      {queue
        .filter((announcement) => announcement.urgency === urgency)
        .map((announcement) => (
          <p key={announcement.id}>{announcement.text}</p>
        ))}
    </div>
  ));
}
