'use client';

import { useCandidate } from '@/app/live/use-room';

/** Shown while there is nothing to answer. */
export function BetweenQuestions() {
  const { asked, planned } = useCandidate((view) => view.progress);
  const first = asked === 0;
  const done = planned > 0 && asked >= planned;
  return (
    <div className="flex w-full max-w-sm flex-col items-center gap-3 text-center">
      <h2 className="text-balance font-semibold text-2xl">
        {first
          ? 'The panel is choosing the first question'
          : done
            ? 'That was the last question on the agenda'
            : 'The panel is choosing the next question'}
      </h2>
      <p className="text-balance text-ink-soft">
        {first
          ? 'It will appear here with your time.'
          : done
            ? 'The panel may still ask one more, or let you go to the green room.'
            : 'Breathe out. No clock is running.'}
      </p>
      <Progress asked={asked} planned={planned} />
    </div>
  );
}

function Progress({ asked, planned }: { asked: number; planned: number }) {
  if (planned === 0) return null;
  return (
    <div className="flex w-48 flex-col items-center gap-2 pt-4">
      <div className="h-0.5 w-full overflow-hidden rounded-full bg-line" aria-hidden="true">
        <div className="h-full bg-ink-soft" style={{ width: `${Math.min(1, asked / planned) * 100}%` }} />
      </div>
      <p className="tabular text-ink-soft text-sm">
        {asked} of {planned} asked
      </p>
    </div>
  );
}
