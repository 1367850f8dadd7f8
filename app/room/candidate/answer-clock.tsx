'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import type { AnswerTime } from '@/app/live/use-time';
import { ClockRing } from '@/app/ui/clock-ring';
import { clock } from '@/app/ui/format';

interface AnswerClockProps {
  time: AnswerTime;
  moment: boolean;
  /** In one line, above code. */
  small?: boolean;
}

/** The ring with its words. It shows figures only on a press, or under a resting pointer. */
export function AnswerClock({ time, moment, small }: AnswerClockProps) {
  const [figures, setFigures] = useState(false);
  return (
    <div className={clsx('group flex shrink-0 items-center', small ? 'gap-1' : 'flex-col')}>
      <ClockRing
        elapsedMs={time.usedMs}
        targetMs={time.targetMs}
        paused={!time.running}
        size={small ? 32 : 132}
        beside={small}
      />
      <button
        type="button"
        onClick={() => setFigures(!figures)}
        className="tabular min-h-(--control-sm) rounded px-3 text-ink-soft text-xs hover:text-ink"
      >
        <span className={clsx(figures ? 'hidden' : 'group-focus-within:inline group-hover:hidden')}>
          {moment ? 'paused for you' : 'show exact time'}
        </span>
        <span className={clsx(figures ? 'inline' : 'hidden group-hover:inline')}>{figuresOf(time)}</span>
        {figures ? <span className="sr-only">, hide the figures</span> : null}
      </button>
    </div>
  );
}

function figuresOf({ usedMs, targetMs }: AnswerTime): string {
  return `${clock(usedMs)} of ${clock(targetMs)}`;
}
