'use client';

import { duration, plural } from '@/app/ui/format';
import { PanelHeading } from '@/app/ui/panel-heading';
import { stepsFor } from './steps';
import { useRoomSlice } from './use-everybody';

/** What will happen and for how long, for whoever sits in the hot seat or takes turns in it. */
export function WhatHappens() {
  const { format, plannedAsks, targetSeconds } = useRoomSlice();
  // A peer round takes as many as the pack has for everybody.
  const upTo = format === 'peer';
  const steps = stepsFor(format);
  return (
    <section aria-labelledby="what-happens">
      <PanelHeading
        id="what-happens"
        className="border-line border-b"
        aside={`${upTo ? 'up to' : 'about'} ${duration(plannedAsks * targetSeconds * 1000)}`}
      >
        What will happen
      </PanelHeading>
      <p className="pt-3 text-sm">
        {upTo ? 'Up to ' : ''}
        {plural(plannedAsks, 'question')}, about {duration(targetSeconds * 1000)} for each answer.
      </p>
      <ol className="flex flex-col gap-2 pt-2 text-ink-soft text-sm">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {format === 'led' ? (
        <p className="pt-2 text-ink-soft text-sm">
          The host sees which of this pack’s questions you have met in Hotseat before, so as to ask you
          others.
        </p>
      ) : null}
    </section>
  );
}
