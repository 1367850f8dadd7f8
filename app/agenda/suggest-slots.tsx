'use client';

import { Switch } from '@/app/ui/switch';
import type { SlotSuggestion, SlotsWish } from '@/server/protocol/agenda-wish';
import { SuggestBox } from './suggest-box';
import { type AskForSlots, useSuggestion } from './use-suggestion';
import { CompetencyChips, MinutesField } from './wish-fields';

interface SuggestSlotsProps {
  groups: readonly { id: string; title: string }[];
  targetSeconds: number | null;
  /** Whether the pack has code exercises. */
  offersCode: boolean;
  ask: AskForSlots;
  onSuggested: (suggestion: SlotSuggestion) => void;
  onDone: () => void;
}

const FIRST: Omit<SlotsWish, 'minutes' | 'targetSeconds'> = { groupIds: null, exercise: false };

/** The wishes for a rotation's agenda, by minutes per person. The server chooses, since it knows the pack. */
export function SuggestSlots(props: SuggestSlotsProps) {
  const { groups, targetSeconds, offersCode, ask, onSuggested, onDone } = props;
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
      {offersCode ? (
        <Switch
          className="mt-3"
          label="Also a code exercise"
          checked={wish.exercise}
          onChange={(event) => change({ exercise: event.target.checked })}
        />
      ) : null}
    </SuggestBox>
  );
}
