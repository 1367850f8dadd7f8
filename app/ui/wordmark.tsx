import { clsx } from 'clsx';

/** The logo: a chair in profile that is also an h, with a person in it. */
export function ChairMark({ size = 22, className }: { size?: number; className?: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" className={className} aria-hidden="true">
      <path
        d="M6.5 3.5v17M6.5 13h7.5a3.5 3.5 0 0 1 3.5 3.5v4"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="13.4" cy="6.4" r="3.1" className="fill-ember" />
    </svg>
  );
}

/** Logo and name. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <span
      className={clsx('inline-flex items-center gap-2 font-semibold text-lg tracking-[-0.03em]', className)}
    >
      <ChairMark />
      Hotseat
    </span>
  );
}
