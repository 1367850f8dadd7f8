'use client';

import { useState } from 'react';
import { useIsHost, useMine, useOnline, usePanel, useSend } from '@/app/live/use-room';
import { useRoomSlice } from '@/app/room/people/use-everybody';
import { Button } from '@/app/ui/button';
import { day } from '@/app/ui/format';
import { onDemand } from '@/app/ui/on-demand';
import { PanelHeading } from '@/app/ui/panel-heading';
import { SkeletonLines } from '@/app/ui/skeleton';
import { useWarmedUp } from './use-warmed-up';

const Open = onDemand(
  () => import('./warm-up-open').then((part) => part.WarmUpOpen),
  <SkeletonLines lines={4} />,
);

/** Two minutes before a led round in which a panel finds its scale. It can be left out. */
export function WarmUp() {
  const warmUp = usePanel((view) => view.warmUp);
  if (!warmUp) return null;
  return warmUp.kind === 'open' ? (
    <section aria-labelledby="warm-up">
      <PanelHeading id="warm-up" className="border-line border-b">
        Warm-up
      </PanelHeading>
      <Open warmUp={warmUp} />
    </section>
  ) : (
    <Offer />
  );
}

function Offer() {
  return useIsHost() ? <HostsOffer /> : null;
}

function HostsOffer() {
  const { roomId } = useRoomSlice();
  const online = useOnline();
  const send = useSend();
  const me = useMine((mine) => mine.memberId) ?? '';
  const [now] = useState(() => Date.now());
  const last = useWarmedUp(roomId);
  if (me === '') return null;
  return (
    <section aria-labelledby="warm-up">
      <PanelHeading id="warm-up" className="border-line border-b">
        Warm up together
      </PanelHeading>
      <p className="max-w-prose pt-3 text-ink-soft text-sm">
        {last === null
          ? 'Two minutes: everyone on the panel rates two sample answers, each alone, and sees how the pack rates them.'
          : `You all warmed up with this pack ${day(last, now)}. It holds for a month, and you can do it again.`}
      </p>
      <Button
        size="sm"
        className="mt-3"
        disabled={!online}
        onClick={() => void send({ type: 'StartWarmUp' })}
      >
        {last === null ? 'Start the warm-up' : 'Warm up again'}
      </Button>
    </section>
  );
}
