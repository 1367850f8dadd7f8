'use client';

import * as Radix from 'radix-ui/tooltip';
import type { ReactNode } from 'react';
import { Kbd } from './kbd';

type TooltipProps = {
  /** A few words. Never the only place where something important stands. */
  label: ReactNode;
  /** The key that does the same: "n", "Ctrl+Enter". */
  keys?: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** One element that can be focused. */
  children: ReactNode;
};

/** A word about a control, on hover and focus. */
export function Tooltip({ label, keys, side = 'bottom', children }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={400} skipDelayDuration={200}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 flex max-w-72 animate-appear items-center gap-2 rounded bg-ink px-2.5 py-1.5 text-paper text-sm"
          >
            {label}
            {keys ? <Kbd keys={keys} inverted /> : null}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
