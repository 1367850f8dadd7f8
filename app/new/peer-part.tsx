import EyeOff from 'lucide-react/icons/eye-off';
import { useState } from 'react';
import { SlotAgenda } from '@/app/agenda/slot-agenda';
import { Segmented } from '@/app/ui/segmented';
import { SkeletonLines } from '@/app/ui/skeleton';
import { slotsOf } from './setup-draft';
import { sharesInWords } from './shares-in-words';
import type { Setup } from './use-setup';
import { useShares } from './use-shares';

const PEOPLE = ['3', '4', '5', '6'] as const;
type People = (typeof PEOPLE)[number];

/** A rotation's agenda: competencies alone, and what each person gets of them. */
export function PeerPart({ setup }: { setup: Setup }) {
  const { draft, pack } = setup;
  const slots = slotsOf(draft, pack);
  return (
    <>
      <p className="flex gap-2 border-line border-b py-3 text-ink-soft text-sm">
        <EyeOff size={16} className="mt-0.5 shrink-0" aria-hidden="true" />
        <span>
          You will sit in the hot seat, too, so you choose competencies only: each person gets questions that
          nobody has heard, as hard and as long as the others’.
        </span>
      </p>
      <Shares setup={setup} />
      <SlotAgenda
        groups={pack.groups}
        slots={slots}
        targetSeconds={draft.targetSeconds}
        onChange={(next) => setup.change({ slots: next })}
      />
    </>
  );
}

function Shares({ setup }: { setup: Setup }) {
  const { draft, pack } = setup;
  const [people, setPeople] = useState<People>('4');
  const shares = useShares(pack.id, slotsOf(draft, pack), draft.targetSeconds, Number(people));
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-3 border-line border-b py-4">
      <Segmented
        legend="With so many of you"
        name="people"
        size="sm"
        choices={PEOPLE.map((value) => ({ value, label: value }))}
        value={people}
        onChange={setPeople}
        className="w-44"
      />
      <div role="status" className="tabular min-h-16 min-w-48 flex-1 text-sm">
        {shares ? <Lines lines={sharesInWords(shares)} /> : <SkeletonLines lines={2} />}
      </div>
    </div>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return lines.map((line) => <p key={line}>{line}</p>);
}
