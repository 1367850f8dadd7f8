'use client';

import { useState } from 'react';
import { duration, plural } from '@/app/ui/format';
import { notify } from '@/app/ui/notify';
import type { Suggestion } from '@/server/protocol/agenda-wish';
import { agendaItems, agendaSeconds } from './agenda';
import { LedAgenda } from './led-agenda';
import type { Outline } from './pack-outline';
import { SuggestButton } from './suggest-box';
import { SuggestItems } from './suggest-items';
import type { AskForAgenda } from './use-suggestion';

interface LedPlanProps {
  outline: Outline;
  agenda: string[];
  targetSeconds: number | null;
  /** Whose having heard a question counts. */
  whom: 'you' | 'the candidate';
  /** What they have heard of the pack, where that is known before anybody asks for a suggestion. */
  heard?: readonly string[];
  /** Begins with the fields of a suggestion open. */
  suggesting?: boolean;
  ask: AskForAgenda;
  onChange: (agenda: string[]) => void;
}

/** A led room's agenda: the questions in their order, and the way to have one suggested. */
export function LedPlan({
  outline,
  agenda,
  targetSeconds,
  whom,
  heard = [],
  ask,
  onChange,
  ...first
}: LedPlanProps) {
  const [suggesting, setSuggesting] = useState(first.suggesting ?? false);
  const [suggestion, setSuggestion] = useState<Suggestion | null>(null);
  const known = suggestion?.heard ?? heard;
  const take = (suggested: Suggestion) => {
    const next = suggested.picks.map(({ id }) => id);
    setSuggestion(suggested);
    onChange(next);
    const items = agendaItems(outline, next);
    const length = duration(agendaSeconds(items, targetSeconds) * 1000);
    void notify(`Suggested ${plural(items.length, 'question')}, about ${length}`, {
      action: { label: 'Undo', run: () => onChange(agenda) },
    });
  };
  return (
    <>
      {suggesting ? (
        <SuggestItems
          outline={outline}
          targetSeconds={targetSeconds}
          whom={whom}
          ask={ask}
          onSuggested={take}
          onDone={() => setSuggesting(false)}
        />
      ) : (
        <SuggestButton onClick={() => setSuggesting(true)} />
      )}
      {known.length > 0 ? (
        <p className="pt-3 text-ink-soft text-sm">
          {whom === 'you' ? 'You have' : 'The candidate has'} heard {known.length} of this pack’s{' '}
          {outline.items.length} before.
        </p>
      ) : null}
      <LedAgenda
        outline={outline}
        agenda={agenda}
        targetSeconds={targetSeconds}
        reasons={{ ...heardReasons(known, whom), ...reasonsOf(suggestion) }}
        onChange={onChange}
      />
    </>
  );
}

function heardReasons(heard: readonly string[], whom: LedPlanProps['whom']): Record<string, string> {
  const words = whom === 'you' ? 'You have heard it before' : 'The candidate has heard it before';
  return Object.fromEntries(heard.map((id) => [id, words]));
}

function reasonsOf(suggestion: Suggestion | null): Record<string, string> {
  return Object.fromEntries((suggestion?.picks ?? []).map(({ id, why }) => [id, why]));
}
