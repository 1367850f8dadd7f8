'use client';

import { useState } from 'react';
import type { Slot } from '@/server/protocol/commands';
import { slotsWithin } from './agenda';
import { MINUTES_PROBLEM, readMinutes } from './minutes';
import { SuggestBox } from './suggest-box';
import { CompetencyChips, MinutesField } from './wish-fields';

interface SuggestSlotsProps {
  groups: readonly { id: string; title: string }[];
  targetSeconds: number | null;
  onSuggested: (slots: Slot[]) => void;
  onDone: () => void;
}

/** A rotation's agenda by the minutes that each person has. */
export function SuggestSlots({ groups, targetSeconds, onSuggested, onDone }: SuggestSlotsProps) {
  const [typed, setTyped] = useState('30');
  const [chosen, setChosen] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const minutes = readMinutes(typed);
  const suggest = () => {
    setTried(true);
    if (minutes === null) return;
    const wanted = groups.filter(({ id }) => chosen.length === 0 || chosen.includes(id));
    onSuggested(slotsWithin(wanted, minutes, targetSeconds));
  };
  return (
    <SuggestBox pending={false} failure={null} onSuggest={suggest} onDone={onDone}>
      <MinutesField
        label="Minutes a person"
        value={typed}
        problem={tried && minutes === null ? MINUTES_PROBLEM : null}
        onChange={setTyped}
        onEnter={suggest}
      />
      <CompetencyChips groups={groups} chosen={chosen} onChange={setChosen} />
    </SuggestBox>
  );
}
