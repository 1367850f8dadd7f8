'use client';

import { useRef } from 'react';
import { useSeatActions } from '@/app/room/people/seat-actions';
import { ActionMenu } from '@/app/room/shell/action-menu';
import type { Action } from '@/app/room/shell/command-menu';
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
  const steering = useAnswerActions();
  const goal = useRef<(() => void) | null>(null);
  const goTo = (field: HTMLElement) => {
    goal.current = () => field.focus();
  };
  const own: Action[] = [
    ...useOwnPageActions(goTo),
    { label: 'Change my name', run: rename },
    { label: 'Continue on another device', run: goOnElsewhere },
    ...useSeatActions(leave),
  ];
  const groups = [
    { heading: 'While you answer', actions: steering, local: false },
    { heading: 'You', actions: own, local: true },
  ];
  return <ActionMenu groups={groups} goal={goal} onClose={onClose} />;
}
