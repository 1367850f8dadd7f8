'use client';

import { clsx } from 'clsx';
import { Badge } from '@/app/ui/badge';
import { LedgerSign } from '@/app/ui/ledger-mark';
import { PackText } from '@/app/ui/pack-text';
import type { Reveal } from '@/server/protocol/views';
import { MARKS } from '@/server/protocol/words';
import { IssueFacts } from './ledger';
import { markWords } from './mark-words';
import { type PackItem, useNameOf } from './use-panel-room';

interface Props {
  item: PackItem;
  reveal: Reveal;
}

/** Who ticked what, the points that people heard differently first. */
export function RevealedLedger({ item, reveal }: Props) {
  const nameOf = useNameOf();
  const words = markWords(item.kind);
  const isDisputed = (pointId: string) => reveal.stats.disputed.includes(pointId);
  const points = item.points.toSorted((a, b) => Number(isDisputed(b.id)) - Number(isDisputed(a.id)));
  return (
    <section aria-labelledby="ledger">
      <h3 id="ledger" className="kicker border-line border-b pb-1.5">
        {item.kind === 'exercise' ? 'Planted issues' : 'Key points'}
      </h3>
      <ul>
        {points.map((point) => {
          const ticks = reveal.ticks.filter((tick) => tick.pointId === point.id);
          const disputed = isDisputed(point.id);
          return (
            <li
              key={point.id}
              className={clsx(
                'flex flex-col gap-1 border-line border-b py-2.5 last:border-b-0',
                disputed && '-mx-3 bg-sunken px-3',
              )}
            >
              <p className="text-sm leading-4.5 font-medium">
                <PackText>{point.text}</PackText>
                <IssueFacts point={point} />
                {disputed ? <Badge className="ml-2">{words.heard} differently</Badge> : null}
              </p>
              <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
                {MARKS.map((mark) => {
                  const names = ticks
                    .filter((tick) => tick.mark === mark)
                    .map((tick) => nameOf(tick.memberId));
                  if (names.length === 0) return null;
                  return (
                    <span key={mark} className="inline-flex items-baseline gap-1.5">
                      <span className="self-center">
                        <LedgerSign mark={mark} />
                      </span>
                      {words[mark]}: {names.join(', ')}
                    </span>
                  );
                })}
                {ticks.length === 0 ? <span className="text-ink-soft">Nobody marked this one.</span> : null}
              </p>
              {disputed && point.context ? (
                <p className="text-ink-soft text-sm">
                  <PackText>{point.context}</PackText>
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
