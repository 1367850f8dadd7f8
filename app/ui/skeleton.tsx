import { clsx } from 'clsx';

/** The outline of something that loads: `<Skeleton className="h-6 w-48" />`. It does not move, and screen readers skip it. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={clsx('block rounded bg-ink/7', className)} />;
}

const WIDTHS = ['w-full', 'w-11/12', 'w-4/5', 'w-10/12', 'w-9/12', 'w-3/5'];

/** One to six lines of text that load. */
export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  return (
    <span className="flex flex-col gap-2.5" aria-hidden="true">
      {WIDTHS.slice(-lines).map((width) => (
        <Skeleton key={width} className={clsx('h-3.5', width)} />
      ))}
    </span>
  );
}
