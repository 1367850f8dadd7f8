'use client';

import { useId } from 'react';
import { IssueFacts } from '@/app/room/listening/ledger';
import { type PackItem, useNameOf } from '@/app/room/shell/use-panel-room';
import { clock } from '@/app/ui/format';
import { LedgerSign } from '@/app/ui/ledger-mark';
import { PackText } from '@/app/ui/pack-text';
import { ownOf } from '@/server/protocol/in-order';
import { markWords } from '@/server/protocol/mark-words';
import type { Reveal } from '@/server/protocol/view-judging';
import { MARKS } from '@/server/protocol/words';

interface Props {
  heading: string;
  kind: PackItem['kind'];
  points: readonly PackItem['points'][number][];
  reveal: Reveal;
}

/** The points, each with everyone's ticks. */
export function RevealedLedger({ heading, kind, points, reveal }: Props) {
  const id = useId();
  const nameOf = useNameOf();
  const words = markWords(kind);
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="kicker border-line border-b pb-1.5">
        {heading}
      </h3>
      <ul>
        {points.map((point) => {
          const ticks = Object.entries(reveal.ticks).flatMap(([memberId, marks]) => {
            const mark = ownOf(marks, point.id);
            return mark ? [{ memberId, mark }] : [];
          });
          return (
            <li key={point.id} className="flex flex-col gap-1 border-line border-b py-2 last:border-b-0">
              <p className="font-medium text-sm leading-4.5">
                <PackText>{point.text}</PackText>
                <IssueFacts point={point} askId={reveal.askId} />
                {kind === 'exercise' && ownOf(reveal.heardAtMs, point.id) !== undefined ? (
                  <span className="ml-2 font-normal text-ink-soft tabular">
                    found at {clock(ownOf(reveal.heardAtMs, point.id) ?? 0)}
                  </span>
                ) : null}
              </p>
              {kind === 'exercise' && point.context ? (
                <p className="text-ink-soft text-sm leading-4.5 first-letter:uppercase">
                  <PackText>{point.context}</PackText>
                </p>
              ) : null}
              <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
                {MARKS.map((mark) => {
                  const names = ticks
                    .filter((tick) => tick.mark === mark)
                    .map((tick) => nameOf(tick.memberId));
                  if (names.length === 0) return null;
                  return (
                    <span key={mark} className="inline-flex min-w-0 items-baseline gap-1.5 wrap-anywhere">
                      <span className="self-center">
                        <LedgerSign mark={mark} />
                      </span>
                      {words[mark]}: {names.join(', ')}
                    </span>
                  );
                })}
                {ticks.length === 0 ? <span className="text-ink-soft">Nobody marked this one.</span> : null}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
