'use client';

import { clsx } from 'clsx';
import X from 'lucide-react/icons/x';
import * as Radix from 'radix-ui/dialog';
import type { ReactNode } from 'react';

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The button that opens it; or steer with `open` and `onOpenChange`. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children?: ReactNode;
  /** Buttons, the one that goes on last. Wrap the way out in `DialogClose`. */
  footer?: ReactNode;
  /** For what ends or removes: it cannot be left by a click beside it. */
  alert?: boolean;
  wide?: boolean;
};

/** A layer over the page with one job; on a phone it comes from below. */
export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  children,
  footer,
  alert,
  wide,
}: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          role={alert ? 'alertdialog' : 'dialog'}
          onInteractOutside={alert ? (event) => event.preventDefault() : undefined}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={clsx(
            'scroll-y fixed inset-x-0 bottom-0 z-40 mx-auto flex max-h-[88dvh] animate-arrive flex-col rounded-t bg-raised p-6 shadow-float outline-none',
            'sm:top-[14dvh] sm:bottom-auto sm:max-h-[76dvh] sm:rounded',
            wide ? 'sm:max-w-2xl' : 'sm:max-w-md',
          )}
        >
          <Radix.Title className="pr-8 font-semibold text-lg">{title}</Radix.Title>
          {description ? (
            <Radix.Description className="mt-1 text-ink-soft text-base">{description}</Radix.Description>
          ) : null}
          {children ? <div className="mt-5">{children}</div> : null}
          {footer ? <div className="mt-6 flex flex-wrap justify-end gap-2">{footer}</div> : null}
          {alert ? null : (
            <Radix.Close
              aria-label="Close"
              className="absolute top-4 right-4 grid size-(--control-sm) place-items-center rounded text-ink-soft hover:bg-ink/6 hover:text-ink"
            >
              <X size={18} aria-hidden="true" />
            </Radix.Close>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Closes the dialog around it; its child is the button. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
