'use client';

import { useAsks, usePanel } from '@/app/live/use-room';
import { useServerNow } from '@/app/live/use-time';
import { useNameOf } from '@/app/room/shell/use-panel-room';
import { Badge } from '@/app/ui/badge';
import { clock, plural } from '@/app/ui/format';
import { PHASE_WORDS } from '@/app/ui/phase-words';
import { progressOf } from '@/server/room/rules';

/** "● Live 12:40 · round 2 of 4 · question 3 of 6 · Jonas in the hot seat" */
export function RoundState() {
  const round = usePanel((view) => view.round);
  const asks = useAsks();
  const agenda = usePanel((view) => view.agenda.items);
  const nameOf = useNameOf();
  if (!round) return null;
  const { asked, planned } = progressOf(agenda, asks);
  const parts = [
    round.of === null ? null : `round ${round.no} of ${round.of}`,
    round.phase === 'asking' ? placeInWords(asked, planned) : null,
    `${nameOf(round.candidateId)} in the hot seat`,
  ].filter((part) => part !== null);
  return (
    <p className="flex min-w-0 items-center gap-3 text-ink-soft text-sm tabular">
      {round.phase === 'asking' ? (
        <Badge tone="live">
          Live <Since at={round.startedAt} />
        </Badge>
      ) : (
        <Badge tone="soft">{PHASE_WORDS[round.phase]}</Badge>
      )}
      <span className="truncate">{parts.join(' · ')}</span>
    </p>
  );
}

/** Before the first question, the plan. */
function placeInWords(asked: number, planned: number): string {
  return asked === 0 ? `${plural(planned, 'question')} planned` : `question ${asked} of ${planned}`;
}

function Since({ at }: { at: number }) {
  const now = useServerNow(1000);
  return <span>{clock(now - at)}</span>;
}
