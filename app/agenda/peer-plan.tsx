'use client';

import { useState } from 'react';
import { announce } from '@/app/ui/announce';
import type { SlotSuggestion } from '@/server/protocol/agenda-wish';
import type { Slot } from '@/server/protocol/commands';
import { SlotAgenda } from './slot-agenda';
import { slotIds } from './slot-ids';
import { SuggestFrame } from './suggest-frame';
import { SuggestSlots } from './suggest-slots';
import { peerTotal } from './total-in-words';
import type { AskForSlots } from './use-suggestion';
import { LevelField } from './wish-fields';

interface PeerPlanProps {
  groups: readonly { id: string; title: string }[];
  /** The pack's levels; empty while they are unknown. */
  levels: readonly string[];
  slots: Slot[];
  level: string | null;
  targetSeconds: number | null;
  /** Whether the pack has code exercises. */
  offersCode: boolean;
  ask: AskForSlots;
  onSlots: (slots: Slot[]) => void;
  onLevel: (level: string | null) => void;
}

/** A rotation's agenda: only competencies and places for code, the level, and a form for a suggestion. */
export function PeerPlan({
  groups,
  levels,
  slots,
  level,
  targetSeconds,
  offersCode,
  ask,
  onSlots,
  onLevel,
}: PeerPlanProps) {
  const [suggesting, setSuggesting] = useState(false);
  const [taken, setTaken] = useState<{ suggestion: SlotSuggestion; before: Slot[] } | null>(null);
  const suggested = taken ? slotsOf(taken.suggestion) : [];
  const wordsOf = (next: Slot[]) => `Suggested ${peerTotal(next, targetSeconds)}`;
  const take = (suggestion: SlotSuggestion) => {
    const next = slotsOf(suggestion);
    setTaken({ suggestion, before: slots });
    setSuggesting(false);
    onSlots(next);
    announce(wordsOf(next));
  };
  const undo = (before: Slot[]) => {
    setTaken(null);
    onSlots(before);
    announce('The agenda is back to what it was');
  };
  // Undo does not undo later changes, whether made here or by starting over.
  const isAsSuggested = taken !== null && sameSlots(slots, suggested);
  return (
    <>
      <SuggestFrame
        open={suggesting}
        onOpen={() => setSuggesting(true)}
        suggested={isAsSuggested ? { words: wordsOf(suggested), undo: () => undo(taken.before) } : null}
      >
        <SuggestSlots
          groups={groups}
          targetSeconds={targetSeconds}
          offersCode={offersCode}
          ask={ask}
          onSuggested={take}
          onDone={() => setSuggesting(false)}
        />
      </SuggestFrame>
      <div className="max-w-72 pt-4 pb-3 empty:hidden">
        <LevelField
          levels={levels}
          value={level}
          hint="Questions nearest to this level come first, if there are enough for everybody."
          onChange={onLevel}
        />
      </div>
      <SlotAgenda
        groups={groups}
        slots={slots}
        targetSeconds={targetSeconds}
        offersCode={offersCode}
        reasons={reasonsOf(taken?.suggestion)}
        onChange={onSlots}
      />
    </>
  );
}

const sameSlots = (some: readonly Slot[], others: readonly Slot[]): boolean =>
  slotIds(some).join('\n') === slotIds(others).join('\n');

const slotsOf = ({ picks }: SlotSuggestion): Slot[] => picks.map(({ groupId, kind }) => ({ groupId, kind }));

function reasonsOf(suggestion: SlotSuggestion | undefined): Record<string, string> {
  if (!suggestion) return {};
  const ids = slotIds(suggestion.picks);
  return Object.fromEntries(suggestion.picks.map(({ why }, place) => [ids[place], why]));
}
