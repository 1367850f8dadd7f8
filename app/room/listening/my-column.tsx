'use client';

import { clsx } from 'clsx';
import { usePanel } from '@/app/live/use-room';
import { Channel } from '@/app/room/people/channel';
import { RoundNotes } from '@/app/room/shell/later-parts';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { useJudged } from '@/app/room/shell/use-panel-room';
import { EmptyState } from '@/app/ui/empty-state';
import { Notes } from './notes';
import { RatedBar } from './rated-bar';
import { RatingPanel } from './rating-panel';

/** Right: my own marks on the live question, else on the shown one, how many have rated, and the panel's channel. */
export function MyColumn() {
  const judged = useJudged();
  const { replayed } = usePanelUi();
  const hasRound = usePanel((view) => view.round !== null);
  const isAsking = usePanel((view) => view.round?.phase === 'asking');
  const ask = judged?.ask ?? null;
  return (
    <div className={clsx('flex flex-col', !replayed && 'fold:h-full')}>
      {ask && judged ? (
        <>
          {judged.item ? (
            <RatingPanel
              key={`rating/${ask.askId}`}
              ask={ask}
              item={judged.item}
              name={`rating/${ask.askId}`}
            />
          ) : null}
          <Notes key={`notes/${ask.askId}`} ask={ask} live={judged.live} />
          <div className="max-fold:hidden">
            <RatedBar ask={ask} />
          </div>
        </>
      ) : isAsking ? (
        <EmptyState title="Your rating and notes" className="flex-1 px-4">
          They appear here as soon as a question is asked. Nobody sees them before the reveal.
        </EmptyState>
      ) : (
        <RoundNotes />
      )}
      {hasRound && !replayed ? <Channel /> : null}
    </div>
  );
}
