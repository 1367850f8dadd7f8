'use client';

import { clsx } from 'clsx';
import { clock } from '@/app/ui/format';
import type { ReplayKind } from '@/server/protocol/replay';
import { KindSign } from './kind-sign';
import { KIND_WORDS, LARGE, mainKind } from './kinds';
import type { Moment } from './moments';

interface ScrubberProps {
  moments: readonly Moment[];
  /** The kind to jump by, whose marks stand out. */
  kind: ReplayKind | null;
  at: number;
  duration: number;
  onSeek: (at: number) => void;
}

/** The whole round as one line: a native slider under a mark for each moment, whose shape says its kind. */
export function Scrubber({ moments, kind, at, duration, onSeek }: ScrubberProps) {
  return (
    <div className="min-w-0 flex-1">
      <div aria-hidden="true" className="relative mx-2 h-7">
        {moments.map(({ n, at: place, kinds }) => {
          const isChosen = kind !== null && kinds.includes(kind);
          const shown = isChosen ? kind : mainKind(kinds);
          return (
            <span
              key={n}
              title={kinds.map((one) => KIND_WORDS[one]).join(', ')}
              className={clsx(
                'absolute -translate-x-1/2',
                LARGE.includes(shown) ? 'top-0' : 'bottom-0.5',
                kind === null ? 'text-ink-soft' : isChosen ? 'z-1 text-ink' : 'opacity-30',
              )}
              style={{ left: `${duration > 0 ? (place / duration) * 100 : 0}%` }}
            >
              <KindSign kind={shown} />
            </span>
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
