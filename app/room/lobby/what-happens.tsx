'use client';

import { useRoomSlice } from '@/app/room/people/use-everybody';
import { PanelHeading } from '@/app/ui/panel-heading';
import { countInWords, timeInWords } from './plan-in-words';
import { stepsFor } from './steps';

/** What will happen and how long it takes, for people who will have the hot seat. */
export function WhatHappens() {
  const room = useRoomSlice();
  const steps = stepsFor(room.format);
  return (
    <section aria-labelledby="what-happens">
      <PanelHeading id="what-happens" className="border-line border-b" aside={countInWords(room)}>
        What will happen
      </PanelHeading>
      <p className="pt-3 text-sm">{timeInWords(room)}</p>
      <ol className="flex flex-col gap-2 pt-2 text-ink-soft text-sm">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {room.format === 'led' ? (
        <p className="pt-2 text-ink-soft text-sm">
          The host sees which of this pack’s questions you have met in Hotseat before, so they can ask
          different ones.
        </p>
      ) : null}
    </section>
  );
}
