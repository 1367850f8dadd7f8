import { clsx } from 'clsx';
import Link from 'next/link';
import * as Radix from 'radix-ui/dropdown-menu';
import { type ReactNode, useCallback } from 'react';
import type { MenuItemProps, MenuLinkProps, MenuProps } from './menu';

type LayerProps = Pick<MenuProps, 'align' | 'children'> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The id of the button that names the menu and gets the focus back. */
  openerId: string;
  /** True if a key opened it: the first action then has the focus, so that Enter and the arrows go on from there. */
  byKey: boolean;
};

/** The open menu at its button. It loads apart from the page: see `Menu`. */
export function MenuLayer({ open, onOpenChange, openerId, byKey, align = 'end', children }: LayerProps) {
  const focusFirst = useCallback(
    (content: HTMLDivElement | null) => {
      if (!content || !byKey) return;
      // Runs after the library has put the focus on the menu itself.
      requestAnimationFrame(() => content.querySelector<HTMLElement>('[role="menuitem"]')?.focus());
    },
    [byKey],
  );
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Radix.Trigger asChild disabled>
        <span className="pointer-events-none absolute inset-0" aria-hidden="true" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          ref={focusFirst}
          aria-labelledby={openerId}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            document.getElementById(openerId)?.focus();
          }}
          className="scroll-y z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 max-w-80 animate-appear rounded bg-raised p-1 shadow-float inset-ring inset-ring-line outline-none"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const row = clsx(
  'flex min-h-(--control-sm) cursor-pointer select-none items-center gap-2.5 rounded-[0.3rem] px-2.5 text-sm outline-none',
  'data-disabled:cursor-default data-highlighted:bg-ink/7 data-disabled:opacity-45',
);

export function Item({ onSelect, icon, keys, danger, disabled, children }: MenuItemProps) {
  return (
    <Radix.Item disabled={disabled} onSelect={onSelect} className={clsx(row, danger && 'text-missed')}>
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {keys}
    </Radix.Item>
  );
}

export function ItemLink({ href, icon, children }: MenuLinkProps) {
  return (
    <Radix.Item asChild>
      <Link href={href} className={row}>
        {icon}
        {children}
      </Link>
    </Radix.Item>
  );
}

export function Label({ children }: { children: ReactNode }) {
  return <Radix.Label className="truncate px-2.5 pt-1.5 pb-1 text-ink-soft text-xs">{children}</Radix.Label>;
}

export function Line() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}
