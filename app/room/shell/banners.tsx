'use client';

import { inBackground } from '@/app/ui/on-demand';
import { BANNERS } from './banners-id';

const ToActOn = inBackground(() => import('./to-act-on').then((part) => part.ToActOn));

/** Lines across the top for what somebody should act on: the door, raised hands, somebody away. `PanelAnnouncer` speaks. */
export function Banners() {
  return (
    <section id={BANNERS} aria-label="To act on" tabIndex={-1} className="shrink-0 empty:hidden">
      <ToActOn />
    </section>
  );
}
