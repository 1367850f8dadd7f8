'use client';

import { usePanel } from '@/app/live/use-room';
import { MoreOnItem } from '@/app/room/agenda/more-on-item';
import { Ledger } from '@/app/room/listening/ledger';
import { RatedBar } from '@/app/room/listening/rated-bar';
import { RatingPanel } from '@/app/room/listening/rating-panel';
import { StarMarks } from '@/app/room/listening/star-marks';
import { Reveal } from '@/app/room/shell/later-parts';
import { type Shown, useShown } from '@/app/room/shell/use-panel-room';
import { AskHead } from './ask-head';
import { AskTime } from './ask-time';
import { ExerciseCode } from './exercise-code';
import { FollowUps } from './follow-ups';
import { NoQuestion } from './no-question';

/** Middle: the live question, or whatever was picked to look at, with its ledger. */
export function AskColumn() {
  const shown = useShown();
  return shown ? <AskSheet key={shown.ask?.askId ?? shown.item.id} {...shown} /> : <NoQuestion />;
}

function AskSheet({ ask, item, live }: Shown) {
  const reveal = usePanel((view) => view.reveals.reveals.find((other) => other.askId === ask?.askId) ?? null);
  return (
    // Room below, so that a toast never covers the foot for good.
    <article className="flex flex-col gap-4 px-4 pt-3 pb-20 sm:px-6">
      <div className="flex flex-col gap-2">
        <AskHead ask={ask} item={item} live={live} />
        {ask ? <AskTime ask={ask} live={live} /> : null}
      </div>
      {item.kind === 'exercise' ? <ExerciseCode item={item} /> : null}
      {ask && reveal ? <Reveal ask={ask} item={item} reveal={reveal} /> : <Ledger ask={ask} item={item} />}
      {item.followUps.length > 0 ? <FollowUps ask={ask} item={item} live={live} /> : null}
      {ask && item.kind === 'question' && item.behavioural ? <StarMarks ask={ask} /> : null}
      <MoreOnItem item={item} />
      {ask ? (
        // In a narrow window my column is a tab away: what is done for every answer stands here, too.
        <div className="-mx-4 sm:-mx-6 border-line border-t fold:hidden">
          <RatingPanel ask={ask} item={item} name={`narrow/${ask.askId}`} />
          <RatedBar ask={ask} />
        </div>
      ) : null}
    </article>
  );
}
