'use client';

import { useState } from 'react';
import { useMine, useMyAsk, usePanel, useSend } from '@/app/live/use-room';
import { type PackItem, useIsObserver } from '@/app/room/shell/use-panel-room';
import { Badge } from '@/app/ui/badge';
import { PackText } from '@/app/ui/pack-text';
import { PanelHeading } from '@/app/ui/panel-heading';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { type Mark, RATING_NAMES, type RatingValue } from '@/server/protocol/words';
import { ceilingOf, isOver, isRateable } from '@/server/room/rules';
import { anchorText } from './anchor-text';
import { RatingScale } from './rating-scale';
import { SaveWord } from './save-word';

const CORNERS = [1, 3, 5] as const;

interface Props {
  ask: PanelAsk;
  item: PackItem;
  /** The radios' name; unique on the page. */
  name: string;
}

/** My rating of one ask, against its anchors. Nobody else's is here. */
export function RatingPanel({ ask, item, name }: Props) {
  const mine = useMyAsk(ask.askId);
  const rates = useMine((me) => me.rates) ?? false;
  const isObserver = useIsObserver();
  const over = usePanel((view) => isOver(view.round?.phase ?? 'asking'));
  const send = useSend();
  const [looked, setLooked] = useState<RatingValue | null>(null);
  const first = mine?.first?.value;
  const heading = (
    <PanelHeading className="pt-2" aside={isObserver ? <Badge>practice, not counted</Badge> : <SaveWord />}>
      My rating
    </PanelHeading>
  );
  if (!rates && !isObserver)
    return (
      <section className="border-line border-b px-4 pb-3">
        {heading}
        <p className="text-ink-soft text-sm">You steer this round and don’t rate.</p>
      </section>
    );
  if (over || !isRateable(ask.status, ask.revealed))
    return (
      <section className="border-line border-b px-4 pb-3">
        {heading}
        <p className="text-sm">{summary(first, mine?.second?.value, ask)}</p>
      </section>
    );
  const shown = looked ?? (first === undefined || first === null ? null : (first as RatingValue));
  return (
    <section className="flex flex-col gap-2 border-line border-b px-4 pb-3">
      {heading}
      <RatingScale
        legend="My rating of this answer"
        name={name}
        value={first}
        onChange={(value) => void send({ type: 'SubmitRating', askId: ask.askId, value })}
        onLook={setLooked}
      />
      <Ceiling item={item} marks={mine?.ticks ?? {}} />
      <div className="scroll-y relative min-h-15 text-ink-soft text-sm leading-5 fold:max-h-36">
        {shown ? (
          <p>
            <span className="font-medium text-ink">{RATING_NAMES[shown]}.</span>{' '}
            <PackText>{anchorText(item.anchors, shown)}</PackText>
          </p>
        ) : first === null ? (
          <p>Not assessed: doesn’t count.</p>
        ) : (
          <ol className="flex flex-col gap-1">
            {CORNERS.map((value) => (
              <li key={value} className="flex gap-2">
                <span className="font-medium text-ink tabular">{value}</span>
                <span className="line-clamp-2">
                  <PackText>{anchorText(item.anchors, value)}</PackText>
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}

/** By my own marks, since nobody else's are open yet. */
function Ceiling({ item, marks }: { item: PackItem; marks: Record<string, Mark> }) {
  const ceiling = item.kind === 'exercise' ? ceilingOf(item.points, [marks]) : null;
  if (ceiling === null) return null;
  return (
    <p role="note" className="border-ember border-l-2 pl-2 text-sm">
      By your marks a critical issue is still open: the pack caps this at {ceiling}.
    </p>
  );
}

const inWords = (value: number | null) => (value === null ? 'not assessed' : String(value));

function summary(first: number | null | undefined, second: number | null | undefined, ask: PanelAsk): string {
  if (ask.status === 'skipped' || ask.status === 'withdrawn')
    return `This question was ${ask.status}, so it can’t be rated.`;
  if (!ask.revealed) return 'You did not rate this question.';
  if (first === undefined && second === undefined) return 'You didn’t rate before the reveal.';
  const before = first === undefined ? 'none' : inWords(first);
  return second === undefined
    ? `You gave ${before}. You can rate again.`
    : `First ${before}, after talking ${inWords(second)}.`;
}
