import Link from 'next/link';
import type { ComponentProps, MouseEvent } from 'react';
import { type ButtonLook, buttonClass } from './button-class';
import { Spinner } from './spinner';

export type ButtonProps = ComponentProps<'button'> & ButtonLook & { pending?: boolean };

const swallow = (event: MouseEvent) => event.preventDefault();

/**
 * A button. `pending` keeps focus and label, shows a ring, and ignores a second press. `aria-disabled` also ignores
 * presses, for a button that is off for the moment and may have the focus. `type` is "button" unless it is "submit".
 */
export function Button({
  variant,
  size,
  square,
  className,
  pending,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const off = pending || rest['aria-disabled'] === true;
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ variant, size, square, className })}
      onClick={off ? swallow : onClick}
      aria-disabled={off || undefined}
      aria-busy={pending || undefined}
    >
      {pending ? <Spinner /> : null}
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({
  variant,
  size,
  square,
  className,
  ...rest
}: ComponentProps<typeof Link> & ButtonLook) {
  return <Link {...rest} className={buttonClass({ variant, size, square, className })} />;
}
