'use client';

import { useState } from 'react';
import { announce } from '@/app/ui/announce';
import type { Slot } from '@/server/protocol/commands';
import { SlotAgenda } from './slot-agenda';
import { SuggestFrame } from './suggest-frame';
import { SuggestSlots } from './suggest-slots';
import { peerTotal } from './total-in-words';
import { LevelField } from './wish-fields';

interface PeerPlanProps {
  groups: readonly { id: string; title: string }[];
  /** That the pack names; empty while they are not known. */
  levels: readonly string[];
  slots: Slot[];
  level: string | null;
  targetSeconds: number | null;
  onSlots: (slots: Slot[]) => void;
  onLevel: (level: string | null) => void;
}

/** A rotation's agenda: competencies alone, the level, and the way to have them suggested. */
export function PeerPlan({ groups, levels, slots, level, targetSeconds, onSlots, onLevel }: PeerPlanProps) {
  const [suggesting, setSuggesting] = useState(false);
  const [taken, setTaken] = useState<{ next: Slot[]; before: Slot[] } | null>(null);
  const wordsOf = ({ length }: Slot[]) => `Suggested ${peerTotal(length, targetSeconds)}`;
  const take = (next: Slot[]) => {
    setTaken({ next, before: slots });
    setSuggesting(false);
    onSlots(next);
    announce(wordsOf(next));
  };
  const undo = (before: Slot[]) => {
    setTaken(null);
    onSlots(before);
    announce('The agenda is as it was');
  };
  // Whatever was changed since, here or by starting over, is not undone with it.
  const isAsSuggested = taken !== null && namesOf(slots) === namesOf(taken.next);
  return (
    <>
      <SuggestFrame
        open={suggesting}
        onOpen={() => setSuggesting(true)}
        suggested={isAsSuggested ? { words: wordsOf(taken.next), undo: () => undo(taken.before) } : null}
      >
        <SuggestSlots
          groups={groups}
          targetSeconds={targetSeconds}
          onSuggested={take}
          onDone={() => setSuggesting(false)}
        />
      </SuggestFrame>
      <div className="max-w-72 pt-4 pb-3 empty:hidden">
        <LevelField
          levels={levels}
          value={level}
          hint="What is nearest to it comes first, as far as there is enough for everybody."
          onChange={onLevel}
        />
      </div>
      <SlotAgenda groups={groups} slots={slots} targetSeconds={targetSeconds} onChange={onSlots} />
    </>
  );
}

const namesOf = (slots: readonly Slot[]): string => slots.map(({ groupId }) => groupId).join('\n');
