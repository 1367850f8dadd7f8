'use client';

import type { ReactNode } from 'react';
import { notify } from '@/app/ui/notify';
import { MOST_CHOSEN } from './most-chosen';

type TickBoxProps = { place: string; chosen: boolean; label: ReactNode };

/** Chooses a scorecard. The address remembers it at once, so that it survives other pages, filters and going back. */
export function TickBox({ place, chosen, label }: TickBoxProps) {
  const remember = (box: HTMLInputElement) => {
    const address = new URL(window.location.href);
    const others = address.searchParams.getAll('round').filter((other) => other !== place);
    const isFull = box.checked && others.length >= MOST_CHOSEN;
    if (isFull) {
      void notify(`${MOST_CHOSEN} scorecards are ticked. That is the most.`, {
        more: 'Untick another first.',
      });
      box.checked = false;
    }
    const isChosen = box.checked;
    address.searchParams.delete('round');
    for (const other of isChosen ? [...others, place] : others) address.searchParams.append('round', other);
    window.history.replaceState(null, '', address);
  };
  return (
    <label className="grid size-(--control-md) shrink-0 cursor-pointer place-items-center">
      <input
        type="checkbox"
        name="round"
        value={place}
        defaultChecked={chosen}
        onChange={(event) => remember(event.target)}
        className="size-5 accent-ink"
      />
      <span className="sr-only">{label}</span>
    </label>
  );
}
