import { clsx } from 'clsx';
import type { ReactNode } from 'react';

type BadgeProps = {
  /** `live` is ember, only for things that are live or need an action. */
  tone?: 'plain' | 'live' | 'soft';
  className?: string;
  children: ReactNode;
};

/** A word about a thing: its state, its kind. Not a button. */
export function Badge({ tone = 'plain', className, children }: BadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex items-center gap-1.5 rounded-[0.3rem] px-1.5 font-medium text-xs leading-5 whitespace-nowrap',
        tone === 'plain' && 'text-ink-soft inset-ring inset-ring-line',
        tone === 'soft' && 'bg-ink/6 text-ink',
        tone === 'live' && 'bg-ember-wash text-ember-strong',
        className,
      )}
    >
      {tone === 'live' ? <span className="size-1.5 rounded-full bg-ember" /> : null}
      {children}
    </span>
  );
}
