import EyeOff from 'lucide-react/icons/eye-off';
import { codeInWords, newInWords, sharesInWords } from '@/app/agenda/forecast-words';
import { PeerPlan } from '@/app/agenda/peer-plan';
import { post } from '@/app/http';
import { Segmented } from '@/app/ui/segmented';
import { SkeletonLines } from '@/app/ui/skeleton';
import type { PlanForecast, SlotSuggestion } from '@/server/protocol/agenda-wish';
import type { Slot } from '@/server/protocol/commands';
import { isForCode } from '@/server/room/rules';
import { slotsOf } from './setup-draft';
import { useForecast } from './use-forecast';
import type { Setup } from './use-setup';

const PEOPLE = ['3', '4', '5', '6'] as const;

const FAILED = 'We can’t tell right now what each of you gets. You can still open the room.';

/** A rotation's agenda: only competencies and places for code, and the forecast for each person. */
export function PeerPart({ setup }: { setup: Setup }) {
  const { draft, pack, change } = setup;
  const slots = slotsOf(draft, pack);
  const { people, targetSeconds, level, seen } = draft;
  const { forecast, stale, failed } = useForecast(pack.id, {
    slots,
    people,
    targetSeconds,
    level,
    seen,
  });
  return (
    <>
      <p className="flex gap-2 border-line border-b py-3 text-ink-soft text-sm">
        <EyeOff size={16} className="mt-0.5 shrink-0" aria-hidden="true" />
        <span>
          You will have the hot seat too, so you choose competencies and places for code only: each person
          gets questions and exercises that nobody has heard, as hard and as long as the others’.
        </span>
      </p>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3 border-line border-b py-4">
        <Segmented
          legend="How many of you?"
          name="people"
          size="sm"
          choices={PEOPLE.map((value) => ({ value, label: value }))}
          value={PEOPLE.find((value) => Number(value) === people) ?? '4'}
          onChange={(next) => change({ people: Number(next) })}
          className="w-44"
        />
        <div role="status" className="tabular min-h-16 min-w-48 flex-1 text-sm">
          {forecast && !stale ? (
            <Lines lines={linesOf(forecast, slots)} />
          ) : failed ? (
            <Lines lines={[FAILED]} />
          ) : (
            <SkeletonLines lines={2} />
          )}
        </div>
      </div>
      <PeerPlan
        key={pack.id}
        groups={pack.groups.filter((group) => group.questions > 0)}
        levels={forecast?.levels ?? []}
        slots={slots}
        level={level}
        targetSeconds={targetSeconds}
        offersCode={pack.exercises > 0}
        ask={(wish) =>
          post<SlotSuggestion>(`/api/packs/${encodeURIComponent(pack.id)}/slot-suggestion`, wish)
        }
        onSlots={(next) => change({ slots: next })}
        onLevel={(next) => change({ level: next })}
      />
    </>
  );
}

function linesOf(forecast: PlanForecast, slots: readonly Slot[]): string[] {
  const code = codeInWords(forecast, slots.filter(isForCode).length, 'you');
  return [...sharesInWords(forecast.shares), newInWords(forecast, 'you') ?? [], code ?? []].flat();
}

function Lines({ lines }: { lines: string[] }) {
  return lines.map((line) => <p key={line}>{line}</p>);
}
