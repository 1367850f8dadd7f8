'use client';

import { useRef } from 'react';
import { showInvites } from '@/app/room/people/invites-id';
import { ActionMenu } from '@/app/room/shell/action-menu';
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
  return <ActionMenu groups={groups} goal={goal} onClose={onClose} />;
}
