import { clsx } from 'clsx';
import type { ClockProps } from './clock-bar';
import { leftInWords } from './format';

type ClockRingProps = ClockProps & {
  /** Outer size in px. */
  size?: number;
  /** The words are beside the ring, not in it. */
  beside?: boolean;
};

/** The candidate's clock: a thin ring that empties, and the time left in words. It has no figures and no red, to stay calm. */
export function ClockRing({ elapsedMs, targetMs, paused, size = 168, beside, className }: ClockRingProps) {
  const left = targetMs - elapsedMs;
  const share = targetMs > 0 ? Math.min(1, Math.max(0, left / targetMs)) : 0;
  const words = paused ? 'the clock is paused' : leftInWords(left);
  const centre = size / 2;
  const radius = centre - 2;
  return (
    <div
      role="timer"
      className={clsx(beside ? 'flex items-center gap-2.5' : 'relative grid place-items-center', className)}
      style={beside ? undefined : { width: size, height: size }}
    >
      <svg
        width={size}
        height={size}
        className={clsx('-rotate-90 shrink-0', !beside && 'absolute inset-0')}
        fill="none"
        aria-hidden="true"
      >
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
      <span className={clsx('text-ink-soft text-sm', !beside && 'max-w-[62%] text-balance text-center')}>
        {words}
      </span>
    </div>
  );
}
