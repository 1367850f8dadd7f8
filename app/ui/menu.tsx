'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import * as Radix from 'radix-ui/dropdown-menu';
import type { ReactNode } from 'react';

type MenuProps = {
  /** The button that opens it. */
  trigger: ReactNode;
  align?: 'start' | 'center' | 'end';
  children: ReactNode;
};

/** A list of actions behind a button. Inside: MenuItem, MenuLink, MenuLabel, MenuLine. */
export function Menu({ trigger, align = 'end', children }: MenuProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="scroll-y z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 max-w-80 animate-appear rounded bg-raised p-1 shadow-float outline-none inset-ring inset-ring-line"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const row = clsx(
  'flex min-h-(--control-sm) cursor-pointer select-none items-center gap-2.5 rounded-[0.3rem] px-2.5 text-sm outline-none',
  'data-highlighted:bg-ink/7 data-disabled:cursor-default data-disabled:opacity-45',
);

type MenuItemProps = {
  onSelect: () => void;
  icon?: ReactNode;
  /** The key that does the same, at the right. */
  keys?: ReactNode;
  /** For what ends or removes. */
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
};

/** One action of a menu. */
export function MenuItem({ onSelect, icon, keys, danger, disabled, children }: MenuItemProps) {
  return (
    <Radix.Item disabled={disabled} onSelect={onSelect} className={clsx(row, danger && 'text-missed')}>
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {keys}
    </Radix.Item>
  );
}

/** A place to go to, in a menu. */
export function MenuLink({ href, icon, children }: { href: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <Radix.Item asChild>
      <Link href={href} className={row}>
        {icon}
        {children}
      </Link>
    </Radix.Item>
  );
}

/** A quiet heading in a menu. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="truncate px-2.5 pt-1.5 pb-1 text-ink-soft text-xs">{children}</Radix.Label>;
}

/** A line between groups of a menu. */
export function MenuLine() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}
