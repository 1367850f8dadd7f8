import { clsx } from 'clsx';
import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ComponentProps } from 'react';

const box = clsx(
  'w-full min-w-0 rounded bg-raised text-base text-ink inset-ring inset-ring-edge transition-[box-shadow,background-color]',
  'hover:inset-ring-ink focus-visible:outline-offset-0 focus-visible:inset-ring-ink',
  'aria-invalid:inset-ring-missed disabled:bg-sunken disabled:text-ink-soft',
);

/** One line of text. `tall` beside a large button. */
export function Input({ className, tall, ...rest }: ComponentProps<'input'> & { tall?: boolean }) {
  const height = tall ? 'min-h-(--control-lg)' : 'min-h-(--control-md)';
  return <input {...rest} className={clsx(box, height, 'px-3 py-1 read-only:bg-sunken', className)} />;
}

/** Several lines; grows with its text if the browser supports that. */
export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={3}
      {...rest}
      className={clsx(box, 'field-sizing-content px-3 py-2 read-only:bg-sunken', className)}
    />
  );
}

/** One of many, in the browser's own list: `<Select><option>…</option></Select>`. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={clsx('relative block', className)}>
      <select {...rest} className={clsx(box, 'min-h-(--control-md) appearance-none py-1 pr-9 pl-3')}>
        {children}
      </select>
      <ChevronDown
        size={16}
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-3 text-ink-soft"
        aria-hidden="true"
      />
    </span>
  );
}
