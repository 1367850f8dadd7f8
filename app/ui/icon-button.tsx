'use client';

import type { ComponentProps, ReactNode } from 'react';
import { type ButtonLook, buttonClass } from './button-class';
import { Tooltip } from './tooltip';

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'children'> &
  Omit<ButtonLook, 'square'> & {
    /** The button's name, also in its tooltip. */
    label: string;
    /** The key that does the same. */
    keys?: string;
    side?: 'top' | 'right' | 'bottom' | 'left';
    /** An icon from lucide-react, 16 to 20 px. */
    children: ReactNode;
  };

/** A button with just an icon, named by its tooltip. */
export function IconButton({
  label,
  keys,
  side,
  variant = 'quiet',
  size = 'md',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys} side={side}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}
        className={buttonClass({ variant, size, square: true, className })}
      />
    </Tooltip>
  );
}
