'use client';

import { clsx } from 'clsx';
import { usePanel } from '@/app/live/use-room';
import { BankNotice } from '@/app/room/agenda/bank-notice';
import { MoreOnItem } from '@/app/room/agenda/more-on-item';
import { Ledger } from '@/app/room/listening/ledger';
import { Notes } from '@/app/room/listening/notes';
import { RatedBar } from '@/app/room/listening/rated-bar';
import { RatingPanel } from '@/app/room/listening/rating-panel';
import { StarMarks } from '@/app/room/listening/star-marks';
import { ExerciseCode, ExtraFinds, Reveal } from '@/app/room/shell/later-parts';
import { LIVE_SHEET, usePanelUi } from '@/app/room/shell/panel-ui';
import { type PackItem, type Shown, useShown } from '@/app/room/shell/use-panel-room';
import { ownOf } from '@/server/protocol/in-order';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { AskHead } from './ask-head';
import { AskTime } from './ask-time';
import { FollowUps } from './follow-ups';
import { LiveStrip } from './live-strip';
import { NoQuestion } from './no-question';

/** Middle: the live question, or the one that is selected, with its ledger. */
export function AskColumn() {
  const shown = useShown();
  const isLive = usePanel((view) => view.asks.liveAskId !== null);
  if (!shown) return <NoQuestion />;
  const isBeside = isLive && !shown.live;
  return (
    <>
      {isBeside ? <LiveStrip /> : null}
      <AskSheet key={shown.ask?.askId ?? shown.item?.id} shown={shown} isBeside={isBeside} />
    </>
  );
}

/** `isBeside`: read while another question is live. */
function AskSheet({ shown, isBeside }: { shown: Shown; isBeside: boolean }) {
  const { ask, item } = shown;
  return (
    // Space below, so that one can scroll the foot out from under a toast.
    <article id={shown.live ? LIVE_SHEET : undefined} className="flex flex-col gap-4 px-4 pt-3 pb-20 sm:px-6">
      <div className="flex flex-col gap-2">
        <AskHead {...shown} />
        {ask ? <AskTime ask={ask} live={shown.live} /> : null}
      </div>
      {item ? <Listening {...shown} item={item} isBeside={isBeside} /> : <BankNotice />}
    </article>
  );
}

interface ListeningProps {
  ask: PanelAsk | null;
  item: PackItem;
  live: boolean;
  isBeside: boolean;
}

/** The key points to listen for, and what was heard. */
function Listening({ ask, item, live, isBeside }: ListeningProps) {
  const reveal = usePanel((view) => ownOf(view.reveals.reveals, ask?.askId) ?? null);
  const { replayed } = usePanelUi();
  return (
    <>
      {item.kind === 'exercise' ? <ExerciseCode ask={ask} item={item} live={live} /> : null}
      {ask && reveal ? <Reveal ask={ask} item={item} reveal={reveal} /> : <Ledger ask={ask} item={item} />}
      {ask && item.kind === 'exercise' ? <ExtraFinds ask={ask} /> : null}
      {item.followUps.length > 0 ? <FollowUps ask={ask} item={item} live={live} /> : null}
      {ask && item.kind === 'question' && item.behavioural ? <StarMarks ask={ask} /> : null}
      <MoreOnItem item={item} hasLadder={ask !== null} />
      {ask && !replayed ? (
        // In a narrow window my column is a tab away, and beside a live question it is about that one. In a replay it
        // is below.
        <div className={clsx('-mx-4 sm:-mx-6 border-line border-t', !isBeside && 'fold:hidden')}>
          <RatingPanel ask={ask} item={item} name={`middle/${ask.askId}`} />
          {isBeside ? (
            <>
              <Notes ask={ask} live={false} beside />
              <RatedBar ask={ask} />
            </>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
