'use client';

import { useMine, useMyAsk, usePanel, useSend } from '@/app/live/use-room';
import { RatingScale } from '@/app/room/listening/rating-scale';
import { useIsObserver } from '@/app/room/shell/use-panel-room';
import { Badge } from '@/app/ui/badge';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { isOver } from '@/server/room/rules';

interface RateAgainProps {
  ask: PanelAsk;
  /** The name of the radio buttons, which is unique on the page. */
  name: string;
}

/** The second rating, after talking. The first rating stays beside it for ever. */
export function RateAgain({ ask, name }: RateAgainProps) {
  const mine = useMyAsk(ask.askId);
  const rates = useMine((me) => me.rates) ?? false;
  const isObserver = useIsObserver();
  const over = usePanel((view) => isOver(view.round?.phase ?? 'asking'));
  const send = useSend();
  if (over || (!rates && !isObserver)) return null;
  const first = mine?.first;
  const kept = first ? `Your first, ${first.value ?? 'not assessed'}, stays.` : 'You had no first rating.';
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-1">
      <div className="min-w-36">
        <p className="flex items-center gap-2 font-medium text-sm">
          Rate again
          {isObserver ? <Badge>practice</Badge> : null}
        </p>
        <p className="text-ink-soft text-sm">{kept}</p>
      </div>
      <div className="min-w-60 max-w-80 flex-1">
        <RatingScale
          legend="My rating after talking"
          name={name}
          value={mine?.second?.value}
          onChange={(value) => void send({ type: 'RateAgain', askId: ask.askId, value })}
        />
      </div>
    </div>
  );
}
