import { clsx } from 'clsx';
import type { ReactNode } from 'react';

type PanelHeadingProps = {
  children: ReactNode;
  /** The heading's level in the page's outline. */
  level?: 2 | 3;
  /** A count, a key or a button at the right. */
  aside?: ReactNode;
  id?: string;
  className?: string;
};

/** The small wide heading of a panel or a column. */
export function PanelHeading({ children, level = 2, aside, id, className }: PanelHeadingProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={clsx('flex min-h-(--control-sm) items-center justify-between gap-3', className)}>
      <Heading id={id} className="kicker min-w-0 truncate">
        {children}
      </Heading>
      {aside ? <div className="shrink-0 text-ink-soft text-sm tabular">{aside}</div> : null}
    </div>
  );
}
