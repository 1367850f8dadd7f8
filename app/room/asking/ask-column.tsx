'use client';

import { usePanel } from '@/app/live/use-room';
import { BankNotice } from '@/app/room/agenda/bank-notice';
import { MoreOnItem } from '@/app/room/agenda/more-on-item';
import { Ledger } from '@/app/room/listening/ledger';
import { RatedBar } from '@/app/room/listening/rated-bar';
import { RatingPanel } from '@/app/room/listening/rating-panel';
import { StarMarks } from '@/app/room/listening/star-marks';
import { ExerciseCode, ExtraFinds, Reveal } from '@/app/room/shell/later-parts';
import { type PackItem, type Shown, useShown } from '@/app/room/shell/use-panel-room';
import { ownOf } from '@/server/protocol/in-order';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { AskHead } from './ask-head';
import { AskTime } from './ask-time';
import { FollowUps } from './follow-ups';
import { NoQuestion } from './no-question';

/** Middle: the live question, or the one that is selected, with its ledger. */
export function AskColumn() {
  const shown = useShown();
  if (!shown) return <NoQuestion />;
  return <AskSheet key={shown.ask?.askId ?? shown.item?.id} shown={shown} />;
}

function AskSheet({ shown }: { shown: Shown }) {
  const { ask, item } = shown;
  return (
    // Space below, so that one can scroll the foot out from under a toast.
    <article className="flex flex-col gap-4 px-4 pt-3 pb-20 sm:px-6">
      <div className="flex flex-col gap-2">
        <AskHead {...shown} />
        {ask ? <AskTime ask={ask} live={shown.live} /> : null}
      </div>
      {item ? <Listening ask={ask} item={item} live={shown.live} /> : <BankNotice />}
    </article>
  );
}

/** The key points to listen for, and what was heard. */
function Listening({ ask, item, live }: { ask: PanelAsk | null; item: PackItem; live: boolean }) {
  const reveal = usePanel((view) => ownOf(view.reveals.reveals, ask?.askId) ?? null);
  return (
    <>
      {item.kind === 'exercise' ? <ExerciseCode ask={ask} item={item} live={live} /> : null}
      {ask && reveal ? <Reveal ask={ask} item={item} reveal={reveal} /> : <Ledger ask={ask} item={item} />}
      {ask && item.kind === 'exercise' ? <ExtraFinds ask={ask} /> : null}
      {item.followUps.length > 0 ? <FollowUps ask={ask} item={item} live={live} /> : null}
      {ask && item.kind === 'question' && item.behavioural ? <StarMarks ask={ask} /> : null}
      <MoreOnItem item={item} />
      {ask ? (
        // In a narrow window my column is in another tab, so the controls that every answer needs are here too.
        <div className="-mx-4 sm:-mx-6 border-line border-t fold:hidden">
          <RatingPanel ask={ask} item={item} name={`narrow/${ask.askId}`} />
          <RatedBar ask={ask} />
        </div>
      ) : null}
    </>
  );
}
