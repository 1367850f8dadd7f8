'use client';

import { Switch } from '@/app/ui/switch';
import type { AgendaWish, Suggestion } from '@/server/protocol/agenda-wish';
import type { Outline } from '@/server/protocol/outline';
import { levelsOf } from '@/server/room/rules';
import { SuggestBox } from './suggest-box';
import { type AskForAgenda, useSuggestion } from './use-suggestion';
import { CompetencyChips, LevelField, MinutesField } from './wish-fields';

interface SuggestItemsProps {
  outline: Outline;
  targetSeconds: number | null;
  /** The person whose heard questions count. */
  whom: 'you' | 'the candidate';
  ask: AskForAgenda;
  onSuggested: (suggestion: Suggestion) => void;
  onDone: () => void;
}

const FIRST: Omit<AgendaWish, 'minutes' | 'targetSeconds'> = {
  level: null,
  groupIds: null,
  exercise: false,
  newFirst: true,
};

/** The wishes for an agenda. The server chooses, since it knows what was heard before. */
export function SuggestItems({ outline, targetSeconds, whom, ask, onSuggested, onDone }: SuggestItemsProps) {
  const { wish, change, minutes, pending, failure, suggest } = useSuggestion(FIRST, ask, targetSeconds);
  const run = async () => {
    const suggestion = await suggest();
    if (suggestion) onSuggested(suggestion);
  };
  return (
    <SuggestBox pending={pending} failure={failure} onSuggest={() => void run()} onDone={onDone}>
      <div className="flex flex-wrap items-start gap-3">
        <MinutesField label="Minutes" {...minutes} onEnter={() => void run()} />
        <LevelField
          levels={levelsOf(outline.items)}
          value={wish.level}
          onChange={(level) => change({ level })}
        />
      </div>
      <CompetencyChips
        groups={outline.groups}
        chosen={wish.groupIds ?? []}
        onChange={(chosen) => change({ groupIds: chosen.length > 0 ? chosen : null })}
      />
      <div className="flex flex-col gap-2 pt-4">
        <Switch
          label={`First what is new to ${whom}`}
          checked={wish.newFirst}
          onChange={(event) => change({ newFirst: event.target.checked })}
        />
        {outline.items.some((item) => item.kind === 'exercise') ? (
          <Switch
            label="Also a code exercise"
            checked={wish.exercise}
            onChange={(event) => change({ exercise: event.target.checked })}
          />
        ) : null}
      </div>
    </SuggestBox>
  );
}
