'use client';

import { HostAway, RaisedHands, TakeBack } from '@/app/room/people/host-banners';
import { showInvites } from '@/app/room/people/invites-id';
import { useHostNews } from '@/app/room/people/use-host-news';

/** Lines at the top of the lobby about things to act on, for everybody but the candidate. */
export function LobbyBanners() {
  useHostNews(showInvites);
  return (
    <section
      aria-label="Needs attention"
      className="empty:hidden [--banner-edge:1rem] sm:[--banner-edge:max(1.5rem,calc((100%-var(--container-page))/2+1.5rem))]"
    >
      <HostAway />
      <TakeBack />
      <RaisedHands />
    </section>
  );
}
