'use client';

import { headingWords } from '@/app/agenda/heading';
import { usePanel } from '@/app/live/use-room';
import { usePanelTime } from '@/app/room/asking/use-panel-time';
import { Notes } from '@/app/room/listening/notes';
import { RatingPanel } from '@/app/room/listening/rating-panel';
import { RateAgain } from '@/app/room/reveal/rate-again';
import { useJudged } from '@/app/room/shell/use-panel-room';
import { ClockBar } from '@/app/ui/clock-bar';
import { PackText } from '@/app/ui/pack-text';

/** Beside a call: the live question, its clock, my rating and my notes. */
export function Pad() {
  const judged = useJudged();
  const isAsking = usePanel((view) => view.round?.phase === 'asking');
  const time = usePanelTime();
  if (!judged?.ask || !judged.live)
    return (
      <main className="p-4">
        <p className="text-ink-soft">{isAsking ? 'No question is live.' : 'No question right now.'}</p>
      </main>
    );
  const { ask, item } = judged;
  return (
    <main className="flex min-h-dvh flex-col">
      <header className="flex flex-col gap-1 border-line border-b px-4 py-3">
        <h1 className="kicker">{headingWords(ask.kind, ask.group)}</h1>
        <p className="scroll-y max-h-28 font-semibold text-lg">
          <PackText>{item?.prompt ?? ask.text}</PackText>
        </p>
        {time ? <ClockBar elapsedMs={time.usedMs} targetMs={time.targetMs} paused={!time.running} /> : null}
      </header>
      {item ? (
        <RatingPanel key={`rating/${ask.askId}`} ask={ask} item={item} name={`pad/${ask.askId}`} />
      ) : null}
      {ask.revealed ? (
        <div className="border-line border-b px-4 pb-3">
          <RateAgain ask={ask} name={`pad/again/${ask.askId}`} />
        </div>
      ) : null}
      <Notes key={`notes/${ask.askId}`} ask={ask} live beside />
    </main>
  );
}
