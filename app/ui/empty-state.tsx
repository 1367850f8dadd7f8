import { clsx } from 'clsx';
import type { ReactNode } from 'react';

type EmptyStateProps = {
  title: ReactNode;
  /** One sentence: what will appear here, and how. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** A finished look for a list without entries. */
export function EmptyState({ title, children, action, className }: EmptyStateProps) {
  return (
    <div className={clsx('flex flex-col items-start gap-1 py-4', className)}>
      <p className="font-medium">{title}</p>
      {children ? <p className="max-w-prose text-ink-soft text-sm">{children}</p> : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
