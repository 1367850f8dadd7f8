'use client';

import { inBackground } from '@/app/ui/on-demand';
import { BANNERS } from './banners-id';

const ToActOn = inBackground(() => import('./to-act-on').then((part) => part.ToActOn));

/** Lines at the top about things to act on: waiting people, raised hands, absent people. `PanelAnnouncer` announces them. */
export function Banners() {
  return (
    <section id={BANNERS} aria-label="Needs attention" tabIndex={-1} className="shrink-0 empty:hidden">
      <ToActOn />
    </section>
  );
}
