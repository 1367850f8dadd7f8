'use client';

import { clsx } from 'clsx';
import { useEffect, useRef } from 'react';
import { useCandidate, useLive } from '@/app/live/use-room';
import { useAnswerTime } from '@/app/live/use-time';
import { Alone } from '@/app/room/alone/alone';
import { TryOut } from '@/app/room/try-out/try-out';
import { announce } from '@/app/ui/announce';
import { bottomBar } from '@/app/ui/bottom-bar';
import { AnswerClock } from './answer-clock';
import { AnswerControls } from './answer-controls';
import { BetweenQuestions } from './between-questions';
import { CandidateBar } from './candidate-bar';
import { Company } from './company';
import { Exercise } from './exercise';
import { Prompt } from './prompt';
import { questionInWords, useAnnouncements } from './use-announcements';

/** The question, the time, and peace. */
export function CandidateScreen() {
  const alone = useLive(({ view }) => view.room?.alone === true);
  return alone ? <Alone /> : <HotSeat />;
}

function HotSeat() {
  const prompt = useCandidate((view) => view.prompt);
  const isCode = prompt?.kind === 'exercise' && prompt.code !== null;
  const clock = useCandidate((view) => view.clock);
  const time = useAnswerTime(clock);
  const first = useRef(prompt);
  useEffect(() => {
    announce('You are in the hot seat.', 'assertive');
    // After a reload.
    if (first.current) announce(questionInWords(first.current), 'assertive');
  }, []);
  useAnnouncements(time);
  const ring = (small: boolean) =>
    time ? <AnswerClock time={time} moment={clock?.moment ?? false} small={small} /> : null;
  return (
    <div className={clsx('flex min-h-dvh flex-col', isCode && 'roomy:h-dvh')}>
      <CandidateBar />
      <TryOut />
      <main
        id="main"
        tabIndex={-1}
        className={clsx(
          'flex flex-1 flex-col items-center',
          isCode
            ? 'px-4 pt-1 pb-3 sm:px-6 roomy:min-h-0 roomy:overflow-y-auto'
            : 'justify-center gap-8 px-5 pt-4 pb-8 sm:px-8',
        )}
      >
        {prompt?.kind === 'exercise' && prompt.code ? (
          <Exercise key={prompt.askId} prompt={prompt} code={prompt.code} clock={ring(true)} />
        ) : prompt ? (
          <>
            {ring(false)}
            <Prompt key={prompt.askId} prompt={prompt} />
          </>
        ) : (
          <BetweenQuestions />
        )}
      </main>
      <div
        ref={bottomBar}
        className={clsx(
          'sticky bottom-0 z-10 bg-paper',
          isCode &&
            'sm:flex sm:flex-row-reverse sm:items-center sm:justify-between sm:border-line sm:border-t',
        )}
      >
        <AnswerControls />
        <Company />
      </div>
    </div>
  );
}
