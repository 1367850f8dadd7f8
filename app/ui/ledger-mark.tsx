import { clsx } from 'clsx';
import type { Mark } from '@/server/protocol/words';

const TONES: Record<Mark, string> = { heard: 'text-heard', partial: 'text-partial', missed: 'text-missed' };

/** Just the sign: a full, half or empty circle. Its word must be beside it. */
export function LedgerSign({ mark, size = 14 }: { mark: Mark; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      className={clsx('shrink-0', TONES[mark])}
      aria-hidden="true"
    >
      <circle cx="7" cy="7" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {mark === 'heard' ? <circle cx="7" cy="7" r="5.75" fill="currentColor" /> : null}
      {mark === 'partial' ? <path d="M7 1.25a5.75 5.75 0 0 0 0 11.5z" fill="currentColor" /> : null}
    </svg>
  );
}

type LedgerMarkProps = {
  mark: Mark;
  /** Instead of the mark's own: "found" for a planted issue that was heard. */
  word?: string;
  /** How many people on the panel: "3 heard". */
  count?: number;
  className?: string;
};

/** Heard ●, partial ◐ or missed ○, always with sign and word. */
export function LedgerMark({ mark, word = mark, count, className }: LedgerMarkProps) {
  return (
    <span className={clsx('inline-flex items-center gap-1.5 text-sm tabular', TONES[mark], className)}>
      <LedgerSign mark={mark} />
      {count === undefined ? word : `${count} ${word}`}
    </span>
  );
}
