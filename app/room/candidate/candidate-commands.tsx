'use client';

import { useRef } from 'react';
import { useOnline } from '@/app/live/use-room';
import { useSeatActions } from '@/app/room/people/seat-actions';
import { type Action, CommandGroup, CommandMenu, CommandRow } from '@/app/room/shell/command-menu';
import { useAnswerActions, useOwnPageActions } from './candidate-actions';

interface CandidateCommandsProps {
  open: boolean;
  onClose: () => void;
  rename: () => void;
  goOnElsewhere: () => void;
  /** Leaves, or asks first. */
  leave: () => void;
}

/** The command menu of the hot seat and the green room: everything that a candidate can do. */
export function CandidateCommands({ onClose, rename, goOnElsewhere, leave }: CandidateCommandsProps) {
  const isOnline = useOnline();
  const steering = useAnswerActions();
  /** Where the focus goes instead of back. */
  const goal = useRef<HTMLElement | null>(null);
  const goTo = (field: HTMLElement) => {
    goal.current = field;
  };
  const own: Action[] = [
    ...useOwnPageActions(goTo),
    { label: 'Change my name', run: rename },
    { label: 'Continue on another device', run: goOnElsewhere },
    ...useSeatActions(leave),
  ];
  const then = (run: () => void) => () => {
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
        goal.current.focus();
      }}
    >
      {steering.length > 0 ? (
        <CommandGroup heading="While you answer">
          {steering.map(({ label, run }) => (
            <CommandRow key={label} disabled={!isOnline} onSelect={then(run)}>
              {label}
            </CommandRow>
          ))}
        </CommandGroup>
      ) : null}
      <CommandGroup heading="You">
        {own.map(({ label, run }) => (
          <CommandRow key={label} onSelect={then(run)}>
            {label}
          </CommandRow>
        ))}
      </CommandGroup>
    </CommandMenu>
  );
}
