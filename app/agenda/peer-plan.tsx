'use client';

import { useState } from 'react';
import { duration, plural } from '@/app/ui/format';
import { notify } from '@/app/ui/notify';
import type { Slot } from '@/server/protocol/commands';
import { slotSeconds } from './agenda';
import { SlotAgenda } from './slot-agenda';
import { SuggestButton } from './suggest-box';
import { SuggestSlots } from './suggest-slots';
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
  const take = (next: Slot[]) => {
    onSlots(next);
    const length = duration(slotSeconds(next.length, targetSeconds) * 1000);
    void notify(`Suggested ${plural(next.length, 'question')} each, about ${length} a person`, {
      action: { label: 'Undo', run: () => onSlots(slots) },
    });
  };
  return (
    <>
      {suggesting ? (
        <SuggestSlots
          groups={groups}
          targetSeconds={targetSeconds}
          onSuggested={take}
          onDone={() => setSuggesting(false)}
        />
      ) : (
        <SuggestButton onClick={() => setSuggesting(true)} />
      )}
      <div className="max-w-72 pt-4 empty:hidden">
        <LevelField
          levels={levels}
          value={level}
          hint="Questions nearest to it come first, for everybody."
          onChange={onLevel}
        />
      </div>
      <SlotAgenda groups={groups} slots={slots} targetSeconds={targetSeconds} onChange={onSlots} />
    </>
  );
}
