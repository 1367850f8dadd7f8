'use client';

import Link from 'next/link';
import { useState } from 'react';
import { useIsHost, useMine, useOnline, usePanel, useSend } from '@/app/live/use-room';
import { useRoomSlice } from '@/app/room/people/use-everybody';
import { Button } from '@/app/ui/button';
import { onDemand } from '@/app/ui/on-demand';
import { PanelHeading } from '@/app/ui/panel-heading';
import { SkeletonLines } from '@/app/ui/skeleton';
import { useTimeZone } from '@/app/ui/use-time-zone';
import { useWarmedUp } from './use-warmed-up';
import { warmedUpInWords } from './warm-up-words';

const Open = onDemand(
  () => import('./warm-up-open').then((part) => part.WarmUpOpen),
  <SkeletonLines lines={4} />,
);

/** Two minutes before a led round in which a panel finds its scale. It can be left out. */
export function WarmUp() {
  const warmUp = usePanel((view) => view.warmUp);
  const { format } = useRoomSlice();
  if (format === 'peer') return <Alone />;
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

/** A sample together would tell peers a question that is still to be asked; alone, they choose when to read one. */
function Alone() {
  const prepares = useMine((mine) => mine.prepares) ?? false;
  if (!prepares) return null;
  return (
    <p className="max-w-prose text-ink-soft text-sm">
      <Link href="/practise/calibrate" className="underline underline-offset-4">
        Calibrate your scale
      </Link>{' '}
      alone: rate two sample answers, and see how their pack rates them. Those questions then count as heard:
      you are dealt them only if nothing else is left.
    </p>
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
  const timeZone = useTimeZone();
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
          : warmedUpInWords(last, now, timeZone)}
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
