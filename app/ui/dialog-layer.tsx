import { clsx } from 'clsx';
import X from 'lucide-react/icons/x';
import * as Radix from 'radix-ui/dialog';
import { type ReactNode, useRef } from 'react';
import { isForField } from './chord';
import type { DialogProps } from './dialog';

/** If a menu's action opened the dialog, that action is gone, so the focus goes back to the menu's button. */
function openerOf(focused: Element | null): Element | null {
  const button = focused?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return button ? document.getElementById(button) : focused;
}

/** A notice is above the dialog, and a press on it does not close the dialog. */
function isNotice(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-sonner-toaster], [data-notice]') !== null;
}

/** The open dialog. It loads apart from the page: see `Dialog`. */
export function DialogLayer({ open, onClose, ...content }: DialogProps) {
  const { title, description, children, footer, alert, wide } = content;
  const opener = useRef<Element>(null);
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          role={alert ? 'alertdialog' : 'dialog'}
          onEscapeKeyDown={(event) => {
            if (isForField(event)) event.preventDefault();
          }}
          onInteractOutside={(event) => {
            if (alert || isNotice(event.target)) event.preventDefault();
          }}
          onOpenAutoFocus={() => {
            opener.current = openerOf(document.activeElement);
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus();
          }}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={clsx(
            'scroll-y fixed inset-x-0 bottom-0 z-40 mx-auto flex max-h-[88dvh] animate-arrive flex-col rounded-t bg-raised p-6 shadow-float outline-none',
            'sm:bottom-auto sm:rounded',
            wide !== 'full' && 'sm:top-[14dvh] sm:max-h-[76dvh]',
            wide === 'full'
              ? 'sm:top-[6dvh] sm:max-h-[88dvh] sm:w-[min(72rem,94vw)]'
              : wide
                ? 'sm:max-w-2xl'
                : 'sm:max-w-md',
          )}
        >
          <Radix.Title className={clsx('font-semibold text-lg', !alert && 'pr-10')}>{title}</Radix.Title>
          {description ? (
            <Radix.Description className="mt-1 text-base text-ink-soft">{description}</Radix.Description>
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
export function Close({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
