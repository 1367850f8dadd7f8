'use client';

import { Command } from 'cmdk';
import * as Radix from 'radix-ui/dialog';
import type { ComponentProps, ReactNode } from 'react';
import { isComposing } from '@/app/ui/chord';
import { holdsWords } from '@/app/ui/holds-words';

/** What one row does. */
export interface Action {
  label: string;
  run: () => void;
}

interface CommandMenuProps {
  label: string;
  onClose: () => void;
  /** May send the focus elsewhere than to where it was. */
  onCloseAutoFocus?: (event: Event) => void;
  children: ReactNode;
}

/** A field over groups of rows, of which those with the typed words stay. */
export function CommandMenu({ label, onClose, onCloseAutoFocus, children }: CommandMenuProps) {
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onEscapeKeyDown={(event) => {
            if (isComposing(event)) event.preventDefault();
          }}
          onCloseAutoFocus={onCloseAutoFocus}
          className="fixed inset-x-4 top-[12dvh] z-40 mx-auto max-w-xl animate-arrive overflow-hidden rounded bg-raised shadow-float outline-none"
        >
          <Radix.Title className="sr-only">Command menu</Radix.Title>
          <Command label={label} loop filter={(value, search) => (holdsWords(search)(value) ? 1 : 0)}>
            <Command.Input
              placeholder={label}
              className="h-12 w-full border-line border-b bg-transparent px-4 text-base focus-visible:outline-none"
            />
            <Command.List className="scroll-y max-h-[52dvh] p-1.5">
              <Command.Empty className="px-3 py-6 text-ink-soft text-sm">No matches.</Command.Empty>
              {children}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function CommandGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-ink-soft [&_[cmdk-group-heading]]:text-xs"
    >
      {children}
    </Command.Group>
  );
}

export function CommandRow(props: Omit<ComponentProps<typeof Command.Item>, 'className'>) {
  return (
    <Command.Item
      {...props}
      className="flex min-h-(--control-md) cursor-pointer items-center gap-3 rounded px-3 py-1 text-sm data-[selected=true]:bg-ink/7 data-[disabled=true]:opacity-45"
    />
  );
}
