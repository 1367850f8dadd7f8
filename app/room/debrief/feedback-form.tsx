'use client';

import { useIsHost, useMine, usePanel } from '@/app/live/use-room';
import { ALREADY_SENT } from '@/app/scorecards/feedback-words';
import { PanelHeading } from '@/app/ui/panel-heading';
import { ownOf } from '@/server/protocol/in-order';
import type { MyFeedback } from '@/server/protocol/mine';
import { OwnFeedback, Summary } from './feedback-fields';

/** My feedback for the candidate of the current round. */
export function Feedback({ roundId }: { roundId: string }) {
  const feedback = useMine((mine) => ownOf(mine.feedback, roundId)) ?? null;
  const counts = usePanel((view) => view.closing?.feedback ?? null);
  const isHost = useIsHost();
  const joinedAfter = useMine((mine) => mine.joinedAfter);
  if (!feedback) return isHost && joinedAfter ? <NotTheirs /> : null;
  return (
    <section className="flex max-w-2xl flex-col gap-4">
      <PanelHeading
        level={3}
        aside={counts ? <span>{`${counts.written} of ${counts.of} written`}</span> : null}
      >
        Feedback for {feedback.candidate}
      </PanelHeading>
      <FeedbackForm {...feedback} />
    </section>
  );
}

function NotTheirs() {
  return (
    <section>
      <PanelHeading level={3}>Feedback</PanelHeading>
      <p className="text-ink-soft">Only a host who was there for the round can write its summary.</p>
    </section>
  );
}

/** The fields of one round: a rater's own feedback and, for the host, the summary. */
export function FeedbackForm({
  roundId,
  published,
  rates,
  keepDoing,
  workOn,
  summary,
  summaryBy,
}: MyFeedback) {
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <p className="text-ink-soft text-sm">
        {published
          ? 'The scorecard is published: what you save here is on it at once, if feedback is shared.'
          : 'Nobody else reads it before the scorecard is published.'}
        {published && (keepDoing || workOn || summary) ? ` ${ALREADY_SENT}` : null}
      </p>
      {rates ? <OwnFeedback roundId={roundId} keepDoing={keepDoing} workOn={workOn} /> : null}
      {summary === null ? null : <Summary roundId={roundId} summary={summary} by={summaryBy} />}
      {summary === null && summaryBy !== null ? (
        <p className="text-sm">{`${summaryBy} wrote the panel’s summary. ${published ? 'Only people who took part can read it.' : 'It opens when the scorecard is published.'}`}</p>
      ) : null}
    </div>
  );
}
