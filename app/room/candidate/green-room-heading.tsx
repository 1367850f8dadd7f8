'use client';

import { useEffect, useRef } from 'react';
import { useCandidate, useLive, useMine } from '@/app/live/use-room';
import { CallLink } from '@/app/room/lobby/call-link';
import { useCalled } from '@/app/room/people/use-everybody';
import { announce } from '@/app/ui/announce';
import { ButtonLink } from '@/app/ui/button';
import type { RoundPhase } from '@/server/protocol/words';
import { nextInWords } from './next-in-words';

/** How far the round is, and the one thing to do about it. */
export function GreenRoomHeading({ phase }: { phase: RoundPhase }) {
  useNews(phase);
  const callLink = useLive((state) => state.view.room?.callLink ?? null);
  if (phase === 'published') return <Published />;
  if (phase === 'closed')
    return (
      <Heading title="The panel has finished">
        <p>
          Thank you for your answers. The panel decides whether and when you get a scorecard. If it shares one
          with you, it appears here and in your history. You can leave at any time.
        </p>
      </Heading>
    );
  if (phase === 'debrief')
    return (
      <Heading title="The panel is ready for you">
        <p>
          Go back to your call. The panel will walk you through what it heard; what you wrote here is saved.
        </p>
        <div className="pt-4">
          <CallLink href={callLink} />
        </div>
      </Heading>
    );
  return (
    <Heading title="Take a breath">
      <p>
        The questions are over. While the panel writes down its verdicts, this page is yours. Before you hear
        anything: how was it for you?
      </p>
    </Heading>
  );
}

const NEWS: Partial<Record<RoundPhase, string>> = {
  deliberating: 'The questions are over. You have this page to yourself.',
  debrief: 'The panel is ready for you.',
  closed: 'The panel has finished.',
  published: 'Your scorecard is ready.',
};

function useNews(phase: RoundPhase): void {
  const told = useRef<RoundPhase | null>(null);
  useEffect(() => {
    if (told.current === phase) return;
    told.current = phase;
    const news = NEWS[phase];
    if (news) announce(news, 'assertive');
  }, [phase]);
}

function Published() {
  const roomId = useLive((state) => state.view.room?.roomId ?? '');
  const format = useLive((state) => state.view.room?.format ?? 'led');
  const nextId = useCandidate((view) => view.round?.nextId ?? null);
  const called = useCalled();
  const roundId = useMine((mine) => mine.scorecardIn);
  return (
    <Heading title="Your scorecard is ready">
      <p>{nextInWords(format, nextId === null ? null : called(nextId))}</p>
      {roundId ? (
        <div className="pt-4">
          <ButtonLink variant="primary" size="lg" href={`/scorecards/${roomId}/${roundId}`} target="_blank">
            Open your scorecard
          </ButtonLink>
        </div>
      ) : null}
    </Heading>
  );
}

function Heading({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="text-ink-soft text-lg">
      <h2 className="text-balance pb-3 font-semibold text-2xl text-ink">{title}</h2>
      {children}
    </div>
  );
}
