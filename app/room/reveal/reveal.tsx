'use client';

import { useRoomClient } from '@/app/live/use-room';
import { RATINGS } from '@/app/room/shell/panel-ui';
import { type PackItem, useNameOf, useShortNameOf } from '@/app/room/shell/use-panel-room';
import { ScoreDots } from '@/app/ui/score-dots';
import { inOrder } from '@/server/protocol/in-order';
import type { PanelAsk } from '@/server/protocol/view-asking';
import type { Reveal as RevealView } from '@/server/protocol/view-judging';
import { ceilingOf } from '@/server/room/rules';
import { RateAgain } from './rate-again';
import { movesInWords, statsInWords } from './reveal-words';
import { RevealedLedger } from './revealed-ledger';
import { SharedEvidence } from './shared-evidence';

/** Dots turn over only within this time (ms) after the reveal, not for people who look later. */
const FRESH_MS = 4_000;

interface Props {
  ask: PanelAsk;
  item: PackItem;
  reveal: RevealView;
}

/** All ratings at once, first the points that people heard differently, and the second rating beside the first. */
export function Reveal({ ask, item, reveal }: Props) {
  const nameOf = useNameOf();
  const shortNameOf = useShortNameOf();
  const { clock } = useRoomClient();
  const ratings = inOrder(reveal.ratings);
  const points = ratings
    .filter((rating) => rating.first !== null || rating.second !== null)
    .map(({ memberId, first, second }) => ({
      name: shortNameOf(memberId),
      value: (second ?? first)?.value ?? null,
      was: second ? (first?.value ?? null) : null,
    }));
  const missing = ratings.filter((rating) => rating.first === null && rating.second === null);
  const heard = item.kind === 'exercise' ? 'Found' : 'Heard';
  const isDisputed = (pointId: string) => reveal.stats.disputed.includes(pointId);
  const disputed = item.points.filter((point) => isDisputed(point.id));
  const alike = item.points.filter((point) => !isDisputed(point.id));
  const ceiling = item.kind === 'exercise' ? ceilingOf(item.points, Object.values(reveal.ticks)) : null;
  const moves = movesInWords(reveal, nameOf);
  return (
    <>
      <section aria-labelledby={RATINGS} className="flex flex-col gap-2">
        <h3 id={RATINGS} tabIndex={-1} className="kicker scroll-mt-14 scroll-mb-60">
          Ratings
        </h3>
        <ScoreDots
          label="Ratings of this answer"
          points={points}
          mean={reveal.stats.mean}
          turning={clock.now() - reveal.at < FRESH_MS}
        />
        <p className="text-sm">{statsInWords(reveal.stats)}</p>
        {moves ? <p className="text-sm">{moves}</p> : null}
        {missing.length > 0 ? (
          <p className="text-ink-soft text-sm">
            Had not rated: {missing.map(({ memberId }) => nameOf(memberId)).join(', ')}.
          </p>
        ) : null}
        {ceiling === null ? null : (
          <p role="note" className="border-ember border-l-2 pl-2 text-sm">
            A critical issue is still open: nobody marked it found. The pack caps this at {ceiling}.
          </p>
        )}
        <RateAgain ask={ask} name={`again/${ask.askId}`} />
      </section>
      {disputed.length > 0 ? (
        <RevealedLedger heading={`${heard} differently`} kind={item.kind} points={disputed} reveal={reveal} />
      ) : null}
      <SharedEvidence reveal={reveal} />
      {alike.length > 0 ? (
        <RevealedLedger
          heading={
            disputed.length > 0
              ? `${heard} alike`
              : item.kind === 'exercise'
                ? 'Planted issues'
                : 'Key points'
          }
          kind={item.kind}
          points={alike}
          reveal={reveal}
        />
      ) : null}
    </>
  );
}
