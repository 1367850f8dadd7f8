import Link from 'next/link';
import type { ComponentProps, MouseEvent } from 'react';
import { type ButtonLook, buttonClass } from './button-class';
import { Spinner } from './spinner';

export type ButtonProps = ComponentProps<'button'> & ButtonLook & { pending?: boolean };

const swallow = (event: MouseEvent) => event.preventDefault();

/**
 * What can be pressed. `pending` keeps focus and label, shows a ring, and takes no second press; so does
 * `aria-disabled`, for what is off for the moment and has the focus, perhaps.
 * `type` is "button" unless you say "submit".
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

/** A link that looks like a button: it goes somewhere. */
export function ButtonLink({
  variant,
  size,
  square,
  className,
  ...rest
}: ComponentProps<typeof Link> & ButtonLook) {
  return <Link {...rest} className={buttonClass({ variant, size, square, className })} />;
}
