import { clsx } from 'clsx';
import { clock, duration } from './format';

export type ClockProps = {
  /** Running time of the answer so far, from the server's clock. */
  elapsedMs: number;
  targetMs: number;
  paused?: boolean;
  className?: string;
};

/** The panel's clock: the time, a line that fills, and the target. It only draws, and keeps no time itself. */
export function ClockBar({ elapsedMs, targetMs, paused, className }: ClockProps) {
  const share = targetMs > 0 ? Math.min(1, Math.max(0, elapsedMs / targetMs)) : 1;
  const over = elapsedMs - targetMs;
  const words = over > 0 ? `${duration(over)} over` : `of ${clock(targetMs)}`;
  return (
    <div
      role="timer"
      aria-label={`${clock(elapsedMs)} of ${clock(targetMs)}${paused ? ', paused' : ''}`}
      className={clsx('flex items-center gap-3', className)}
    >
      <span className={clsx('min-w-[4ch] font-semibold text-xl tabular', paused && 'text-ink-soft')}>
        {clock(elapsedMs)}
      </span>
      <span className="relative h-1 min-w-16 flex-1 rounded-full bg-line">
        <span
          className={clsx('absolute inset-y-0 left-0 rounded-full', paused ? 'bg-edge' : 'bg-ember')}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      <span className="text-ink-soft text-sm tabular">{paused ? 'paused' : words}</span>
    </div>
  );
}
