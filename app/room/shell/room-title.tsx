'use client';

import { useEffect } from 'react';
import { useRoomClient } from '@/app/live/use-room';
import { type Light, tabOf } from './title-of';

/** The seat in the logo: taken, waiting, dark. */
const SEAT: Record<Light, string> = {
  live: 'fill="#f4884d"',
  paused: 'stroke="#f4884d" stroke-width="2"',
  off: 'stroke="#8d857f" stroke-width="2"',
};

/** The logo, whose seat shows the state of the room. */
function favicon(light: Light): string {
  const chair = 'M10.5 7v18M10.5 17.2h6.6a4 4 0 0 1 4 4V25';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none"><rect width="32" height="32" rx="7" fill="#211c19"/><path d="${chair}" stroke="#faf8f5" stroke-width="3" stroke-linecap="round"/><circle cx="18.4" cy="10.2" r="3.7" ${SEAT[light]}/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Updates the tab's title and icon with the state of the room once a second. */
export function RoomTitle({ title }: { title: string }) {
  const client = useRoomClient();
  useEffect(() => {
    const icon = document.createElement('link');
    icon.rel = 'icon';
    document.head.append(icon);
    const tell = () => {
      const { words, light } = tabOf(client.getState(), client.clock.now());
      const text = `${words} · ${title}`;
      if (document.title !== text) document.title = text;
      if (icon.dataset.light !== light) {
        icon.dataset.light = light;
        icon.href = favicon(light);
      }
    };
    tell();
    const timer = setInterval(tell, 1000);
    return () => {
      clearInterval(timer);
      icon.remove();
      document.title = title;
    };
  }, [client, title]);
  return null;
}
