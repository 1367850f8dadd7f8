'use client';

import { clsx } from 'clsx';
import { clock } from '@/app/ui/format';
import { KIND_WORDS, LARGE } from './kinds';
import type { Moment } from './moments';

interface ScrubberProps {
  moments: readonly Moment[];
  at: number;
  duration: number;
  onSeek: (at: number) => void;
}

/** The whole round as one line: a native slider under a mark for each moment. */
export function Scrubber({ moments, at, duration, onSeek }: ScrubberProps) {
  return (
    <div className="min-w-0 flex-1">
      <div aria-hidden="true" className="relative mx-2 h-4">
        {moments.map(({ n, at: place, kinds }) => {
          const isLarge = kinds.some((kind) => LARGE.includes(kind));
          return (
            <span
              key={n}
              title={kinds.map((kind) => KIND_WORDS[kind]).join(', ')}
              className={clsx('absolute bottom-0 w-px', isLarge ? 'h-4 bg-ink' : 'h-2 bg-edge')}
              style={{ left: `${duration > 0 ? (place / duration) * 100 : 0}%` }}
            />
          );
        })}
      </div>
      <input
        type="range"
        aria-label="Moment of the round"
        aria-valuetext={`${clock(at)} of ${clock(duration)}`}
        min={0}
        max={duration}
        step={1_000}
        value={at}
        onChange={(event) => onSeek(Number(event.target.value))}
        className="block h-(--control-sm) w-full accent-ink"
      />
    </div>
  );
}
