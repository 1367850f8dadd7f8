'use client';

import { useNameOf } from '@/app/room/shell/use-panel-room';
import { VERDICT_NAMES, VERDICTS, type Verdict } from '@/server/protocol/words';

interface Props {
  opened: readonly { memberId: string; verdict: Verdict; rationale: string }[];
}

/** All verdicts, from strong yes to strong no, each with its reason. */
export function OpenVerdicts({ opened }: Props) {
  const nameOf = useNameOf();
  const sorted = opened.toSorted((a, b) => VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict));
  return (
    <ul aria-label="Verdicts" className="flex flex-col">
      {sorted.map(({ memberId, verdict, rationale }) => (
        <li
          key={memberId}
          className="grid animate-turn gap-x-6 gap-y-1 border-line border-t py-3 sm:grid-cols-[9rem_1fr]"
        >
          <div>
            <p className="font-semibold">{VERDICT_NAMES[verdict]}</p>
            <p className="text-ink-soft text-sm">{nameOf(memberId)}</p>
          </div>
          <p className="wrap-anywhere max-w-prose whitespace-pre-wrap">
            {rationale || <span className="text-ink-soft">No reason given.</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
