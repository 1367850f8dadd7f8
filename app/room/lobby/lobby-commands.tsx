'use client';

import { useRef } from 'react';
import { useOnline } from '@/app/live/use-room';
import { showInvites } from '@/app/room/people/invites-id';
import { type Action, CommandGroup, CommandMenu, CommandRow } from '@/app/room/shell/command-menu';
import type { OpenLobbyLayer } from './lobby-layer';
import { useHostCommands, useOwnCommands, useRoundCommands } from './use-lobby-commands';

interface LobbyCommandsProps {
  open: boolean;
  onClose: () => void;
  starterId: string | null;
  onLayer: OpenLobbyLayer;
}

/** The command menu of the lobby: what this person can do before the round. */
export function LobbyCommands({ onClose, starterId, onLayer }: LobbyCommandsProps) {
  const isOnline = useOnline();
  /** Where the focus goes instead of back. */
  const goal = useRef<(() => void) | null>(null);
  const toInvites = () => {
    goal.current = showInvites;
  };
  const groups = [
    { heading: 'Do', actions: useRoundCommands({ starterId, open: onLayer, toInvites }), local: false },
    { heading: 'People', actions: useHostCommands(onLayer), local: false },
    // None of it is steering: it works, or is kept, without a connection too.
    { heading: 'You', actions: useOwnCommands(onLayer), local: true },
  ];
  const then =
    ({ run }: Action) =>
    () => {
      onClose();
      run();
    };
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
            {actions.map((action) => (
              <CommandRow key={action.label} disabled={!isOnline && !local} onSelect={then(action)}>
                {action.label}
              </CommandRow>
            ))}
          </CommandGroup>
        ))}
    </CommandMenu>
  );
}
