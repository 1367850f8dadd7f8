'use client';

import { clsx } from 'clsx';
import { useMemo } from 'react';
import { clock } from '@/app/ui/format';
import type { ReplayKind } from '@/server/protocol/replay';
import { KindSign } from './kind-sign';
import { KIND_WORDS, LARGE } from './kinds';
import type { Line } from './line';
import { placeMarks } from './mark-lanes';
import type { Moment } from './moments';

interface ScrubberProps {
  moments: readonly Moment[];
  /** The kind that a reader jumps by: its marks are drawn stronger. */
  kind: ReplayKind | null;
  at: number;
  line: Line;
  onSeek: (at: number) => void;
}

/** The least distance between two marks, in percent of a line on a laptop. A phone shows only the large kinds. */
const GAP = 1;
/** Milliseconds between two places of the slider; its last one is behind the last moment. */
const STEP_MS = 1_000;
const TOPS = ['top-0', 'top-3', 'top-6'];

/** The whole round as one line: a native slider under a mark for each moment, whose shape says its kind. */
export function Scrubber({ moments, kind, at, line, onSeek }: ScrubberProps) {
  const marks = useMemo(() => placeMarks(moments, line, kind, GAP), [moments, line, kind]);
  return (
    <div className="min-w-0 flex-1">
      <div aria-hidden="true" className="relative mx-2 h-9">
        {marks.map((mark) => (
          <span
            key={mark.n}
            title={KIND_WORDS[mark.kind]}
            className={clsx(
              'absolute -translate-x-1/2',
              TOPS[mark.lane],
              kind === null ? 'text-ink-soft' : mark.isChosen ? 'z-1 text-ink' : 'opacity-30',
              !mark.isChosen && !LARGE.includes(mark.kind) && 'max-sm:hidden',
            )}
            style={{ left: `${mark.left}%` }}
          >
            <KindSign kind={mark.kind} />
          </span>
        ))}
      </div>
      <input
        type="range"
        aria-label="Moment of the round"
        aria-valuetext={`${clock(at)} of ${clock(line.to)}`}
        min={0}
        max={Math.ceil(line.length / STEP_MS) * STEP_MS}
        step={STEP_MS}
        value={line.placeOf(at)}
        onChange={(event) => onSeek(line.timeAt(Number(event.target.value)))}
        className="block h-(--control-sm) w-full accent-ink"
      />
    </div>
  );
}
