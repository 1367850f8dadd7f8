'use client';

import { useAsks, usePanel } from '@/app/live/use-room';
import { CodeCompared } from '@/app/room/code/code-compared';
import { OpenFinds } from '@/app/room/code/open-finds';
import { useTextNow } from '@/app/room/code/use-text-now';
import { RevealedLedger } from '@/app/room/reveal/revealed-ledger';
import { type PackItem, useNameOf } from '@/app/room/shell/use-panel-room';
import { clock } from '@/app/ui/format';
import { PanelHeading } from '@/app/ui/panel-heading';
import { SkeletonLines } from '@/app/ui/skeleton';
import type { PanelCode } from '@/server/protocol/code';
import { inOrder, ownOf } from '@/server/protocol/in-order';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { counts } from '@/server/room/rules';

type Exercise = Extract<PackItem, { kind: 'exercise' }>;

interface Props {
  /** Where the exercises of the round are found: the bank or, in a replay, what was live in it. */
  items: readonly PackItem[];
}

/** For each exercise of the round: what was found and when, and the candidate's text beside the original and the reference. */
export function CodeReviews({ items }: Props) {
  const asks = useAsks();
  const exercises = asks.filter(counts).flatMap((ask) => {
    const item = items.find(({ id }) => id === ask.itemId);
    return item?.kind === 'exercise' ? [{ ask, item }] : [];
  });
  return exercises.map(({ ask, item }) => <CodeReview key={ask.askId} ask={ask} item={item} />);
}

function CodeReview({ ask, item }: { ask: PanelAsk; item: Exercise }) {
  const reveal = usePanel((view) => ownOf(view.reveals.reveals, ask.askId) ?? null);
  const code = usePanel((view) => ownOf(view.codes.asks, ask.askId) ?? null);
  const text = useTextNow(ask.askId);
  return (
    <section aria-label={`The code of ${item.title}`} className="flex flex-col gap-4">
      <PanelHeading level={3}>{item.title}</PanelHeading>
      {reveal && item.points.length > 0 ? (
        <RevealedLedger heading="Planted issues" kind="exercise" points={item.points} reveal={reveal} />
      ) : null}
      {reveal ? <OpenFinds finds={reveal.finds} askId={ask.askId} /> : null}
      {text === null ? (
        <SkeletonLines lines={6} />
      ) : (
        <>
          <Pens pens={inOrder(code?.pens ?? {})} />
          <CodeCompared
            title={item.title}
            language={code?.language ?? item.language}
            original={item.original}
            text={text}
            reference={{ improved: item.improved, reasons: item.reasons }}
          />
        </>
      )}
    </section>
  );
}

/** Who else may have written what is compared. */
function Pens({ pens }: { pens: readonly PanelCode['pens'][string][] }) {
  const nameOf = useNameOf();
  if (pens.length === 0) return null;
  return (
    <ul className="flex max-w-prose flex-col gap-1 text-sm">
      {pens.map(({ no, memberId, fromMs, untilMs }) => (
        <li key={no}>
          <span className="font-medium">{nameOf(memberId)} could write in it too:</span>{' '}
          {untilMs === null ? `since ${clock(fromMs)}` : `${clock(fromMs)} to ${clock(untilMs)}`}
        </li>
      ))}
    </ul>
  );
}
