'use client';

import type { RefObject } from 'react';
import { useOnline } from '@/app/live/use-room';
import { type Action, CommandGroup, CommandMenu, CommandRow } from './command-menu';

export interface ActionGroup {
  heading: string;
  actions: readonly Action[];
  /** They work, or are kept, without a connection too. */
  local: boolean;
}

interface ActionMenuProps {
  /** Those without actions are left out. */
  groups: readonly ActionGroup[];
  /** Where an action takes the focus, instead of back. */
  goal: RefObject<(() => void) | null>;
  onClose: () => void;
}

/** A command menu of actions alone. It closes before an action runs. */
export function ActionMenu({ groups, goal, onClose }: ActionMenuProps) {
  const isOnline = useOnline();
  return (
    <CommandMenu
      label="Find an action"
      onClose={onClose}
      onCloseAutoFocus={(event) => {
        if (!goal.current) return;
        event.preventDefault();
        goal.current();
      }}
    >
      {groups
        .filter(({ actions }) => actions.length > 0)
        .map(({ heading, actions, local }) => (
          <CommandGroup key={heading} heading={heading}>
            {actions.map(({ label, run }) => (
              <CommandRow
                key={label}
                disabled={!isOnline && !local}
                onSelect={() => {
                  onClose();
                  run();
                }}
              >
                {label}
              </CommandRow>
            ))}
          </CommandGroup>
        ))}
    </CommandMenu>
  );
}
