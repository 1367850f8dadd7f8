'use client';

import { useState } from 'react';
import { Button } from '@/app/ui/button';
import { PanelHeading } from '@/app/ui/panel-heading';
import type { MyFeedback } from '@/server/protocol/mine';
import { FeedbackForm } from './feedback-form';
import { useEarlierFeedback } from './use-earlier-feedback';

/** Feedback for earlier candidates, which can still be written in later rounds. */
export function EarlierFeedback({ besides }: { besides: string | null }) {
  const rounds = useEarlierFeedback(besides);
  if (rounds.length === 0) return null;
  return (
    <section className="w-full text-left">
      <PanelHeading level={3}>{besides === null ? 'Feedback' : 'Feedback for earlier rounds'}</PanelHeading>
      <FeedbackRounds rounds={rounds} />
    </section>
  );
}

export function FeedbackRounds({ rounds }: { rounds: readonly MyFeedback[] }) {
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <ul className="divide-y divide-line">
      {rounds.map((round) => {
        const isOpen = round.roundId === opened;
        return (
          <li key={round.roundId} className="py-2">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span className="min-w-0 flex-1">
                <span className="font-medium">{round.candidate}</span>
                <span className="text-ink-soft text-sm">{`, round ${round.no}: ${written(round)}`}</span>
              </span>
              <Button
                size="sm"
                variant="quiet"
                aria-expanded={isOpen}
                aria-label={`Feedback for ${round.candidate}, round ${round.no}`}
                onClick={() => setOpened(isOpen ? null : round.roundId)}
              >
                {isOpen ? 'Close' : hasWritten(round) ? 'Change' : 'Write feedback'}
              </Button>
            </div>
            {isOpen ? (
              <div className="pt-2 pb-4">
                <FeedbackForm {...round} />
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

const hasWritten = ({ keepDoing, workOn, summary }: MyFeedback) => Boolean(keepDoing || workOn || summary);
const written = (round: MyFeedback) => (hasWritten(round) ? 'written' : 'nothing written yet');
