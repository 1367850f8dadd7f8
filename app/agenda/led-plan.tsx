'use client';

import { useState } from 'react';
import { announce } from '@/app/ui/announce';
import type { Suggestion } from '@/server/protocol/agenda-wish';
import type { Outline } from '@/server/protocol/outline';
import { agendaItems } from './agenda';
import { LedAgenda } from './led-agenda';
import { SuggestFrame } from './suggest-frame';
import { SuggestItems } from './suggest-items';
import { ledTotal } from './total-in-words';
import type { AskForAgenda } from './use-suggestion';

interface LedPlanProps {
  outline: Outline;
  agenda: string[];
  targetSeconds: number | null;
  /** The person whose heard questions count. */
  whom: 'you' | 'the candidate';
  /** What is known without a suggestion: the reasons for the questions, and the ones that were heard. */
  known?: Pick<Suggestion, 'heard'> & Partial<Suggestion>;
  ask: AskForAgenda;
  onChange: (agenda: string[]) => void;
}

const NOTHING_KNOWN = { heard: [] };

/** A led room's agenda: the questions in their order, and a form for a suggestion. */
export function LedPlan({
  outline,
  agenda,
  targetSeconds,
  whom,
  known = NOTHING_KNOWN,
  ask,
  onChange,
}: LedPlanProps) {
  const [suggesting, setSuggesting] = useState(false);
  const [suggestion, setSuggestion] = useState<Suggestion | null>(null);
  const [before, setBefore] = useState<string[] | null>(null);
  const wordsOf = (ids: readonly string[]) =>
    `Suggested ${ledTotal(agendaItems(outline, ids), targetSeconds)}`;
  const picked = suggestion?.picks.map(({ id }) => id) ?? [];
  // Undo does not undo later changes, whether made here or by starting over.
  const isAsSuggested = agenda.join('\n') === picked.join('\n');
  const isAsFirst = agenda.join('\n') === known.picks?.map(({ id }) => id).join('\n');
  // Starting over restores the first agenda and its reasons.
  const { heard, picks } = suggestion && (isAsSuggested || !isAsFirst) ? suggestion : known;
  const take = (suggested: Suggestion) => {
    const next = suggested.picks.map(({ id }) => id);
    setSuggestion(suggested);
    setBefore(agenda);
    setSuggesting(false);
    onChange(next);
    announce(wordsOf(next));
  };
  const undo = () => {
    setBefore(null);
    setSuggestion(null);
    if (before) onChange(before);
    announce('The agenda is back to what it was');
  };
  return (
    <>
      <SuggestFrame
        open={suggesting}
        onOpen={() => setSuggesting(true)}
        suggested={before && isAsSuggested ? { words: wordsOf(picked), undo } : null}
      >
        <SuggestItems
          outline={outline}
          targetSeconds={targetSeconds}
          whom={whom}
          ask={ask}
          onSuggested={take}
          onDone={() => setSuggesting(false)}
        />
      </SuggestFrame>
      {isAsFirst ? (
        <p className="pt-3 text-ink-soft text-sm">
          The first question on each competency, the same for every candidate until you change it.
        </p>
      ) : null}
      {heard.length > 0 ? (
        <p className="pt-3 text-ink-soft text-sm">
          {whom === 'you' ? 'You have' : 'The candidate has'} heard {heard.length} of this pack’s{' '}
          {outline.items.length} before.
        </p>
      ) : null}
      <LedAgenda
        outline={outline}
        agenda={agenda}
        targetSeconds={targetSeconds}
        reasons={{ ...heardReasons(heard, whom), ...reasonsOf(picks) }}
        onChange={onChange}
      />
    </>
  );
}

function heardReasons(heard: readonly string[], whom: LedPlanProps['whom']): Record<string, string> {
  const words = whom === 'you' ? 'You have heard it before' : 'The candidate has heard it before';
  return Object.fromEntries(heard.map((id) => [id, words]));
}

function reasonsOf(picks: Suggestion['picks'] = []): Record<string, string> {
  return Object.fromEntries(picks.flatMap(({ id, why }) => (why ? [[id, why]] : [])));
}
