import { clsx } from 'clsx';
import type { ClockProps } from './clock-bar';
import { leftInWords } from './format';

type ClockRingProps = ClockProps & {
  /** Outer size in px. */
  size?: number;
};

/** The candidate's clock: a thin ring that empties, and the time left in words. It has no figures and no red, to stay calm. */
export function ClockRing({ elapsedMs, targetMs, paused, size = 168, className }: ClockRingProps) {
  const left = targetMs - elapsedMs;
  const share = targetMs > 0 ? Math.min(1, Math.max(0, left / targetMs)) : 0;
  const words = paused ? 'the clock is paused' : leftInWords(left);
  const centre = size / 2;
  const radius = centre - 2;
  return (
    <div
      role="timer"
      className={clsx('relative grid place-items-center', className)}
      style={{ width: size, height: size }}
    >
      <svg width={size} height={size} className="-rotate-90 absolute inset-0" fill="none" aria-hidden="true">
        <circle cx={centre} cy={centre} r={radius} className="stroke-line" strokeWidth="1.5" />
        <circle
          cx={centre}
          cy={centre}
          r={radius}
          className={paused ? 'stroke-edge' : 'stroke-ink'}
          strokeWidth="2.5"
          strokeLinecap={share > 0 ? 'round' : 'butt'}
          pathLength={1}
          strokeDasharray={`${share} 1`}
          strokeDashoffset={share - 1}
        />
      </svg>
      <span className="max-w-[62%] text-balance text-center text-ink-soft text-sm">{words}</span>
    </div>
  );
}
