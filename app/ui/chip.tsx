import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

type ChipProps = Omit<ComponentProps<'button'>, 'aria-pressed'> & { pressed: boolean };

/** A filter that is on or off. */
export function Chip({ pressed, className, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-pressed={pressed}
      className={clsx(
        'inline-flex min-h-(--control-sm) items-center gap-1.5 rounded px-2.5 text-sm whitespace-nowrap transition-colors',
        pressed
          ? 'bg-ink font-medium text-paper'
          : 'text-ink-soft inset-ring inset-ring-edge hover:text-ink hover:inset-ring-ink',
        className,
      )}
    />
  );
}
