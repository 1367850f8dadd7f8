'use client';

import type { SlotSuggestion, SlotsWish } from '@/server/protocol/agenda-wish';
import { SuggestBox } from './suggest-box';
import { type AskForSlots, useSuggestion } from './use-suggestion';
import { CompetencyChips, MinutesField } from './wish-fields';

interface SuggestSlotsProps {
  groups: readonly { id: string; title: string }[];
  targetSeconds: number | null;
  ask: AskForSlots;
  onSuggested: (suggestion: SlotSuggestion) => void;
  onDone: () => void;
}

const FIRST: Pick<SlotsWish, 'groupIds'> = { groupIds: null };

/** The wishes for a rotation's agenda, by minutes per person. The server chooses, since it knows the pack. */
export function SuggestSlots({ groups, targetSeconds, ask, onSuggested, onDone }: SuggestSlotsProps) {
  const { wish, change, minutes, pending, failure, suggest } = useSuggestion(FIRST, ask, targetSeconds);
  const run = async () => {
    const suggestion = await suggest();
    if (suggestion) onSuggested(suggestion);
  };
  return (
    <SuggestBox pending={pending} failure={failure} onSuggest={() => void run()} onDone={onDone}>
      <MinutesField label="Minutes per person" {...minutes} onEnter={() => void run()} />
      <CompetencyChips
        groups={groups}
        chosen={wish.groupIds ?? []}
        onChange={(chosen) => change({ groupIds: chosen.length > 0 ? chosen : null })}
      />
    </SuggestBox>
  );
}
