'use client';

import { useEffect } from 'react';
import { useCandidate, useLive } from '@/app/live/use-room';
import { CandidateBar } from '@/app/room/candidate/candidate-bar';
import { useSpoken } from '@/app/room/try-out/use-spoken';
import { Answering } from './answering';
import { Before } from './before';
import { Between, Finishing, Ready } from './between';
import { OwnStories } from './own-stories';
import { recorder } from './recorder';
import { Review } from './review';

/** A panel for one: be asked, answer aloud, listen again, judge it, and on to the next. */
export function AloneScreen() {
  const phase = useLive(({ view }) => view.round?.phase ?? null);
  const prompt = useCandidate((view) => view.prompt);
  const review = useCandidate((view) => view.review);
  const roomId = useLive(({ view }) => view.room?.roomId ?? '');
  // Asked for between questions too: it brings back simulated people who were gone.
  const { spoken, trouble } = useSpoken(roomId, prompt?.askId ?? null);
  const lead = spoken?.text ?? null;
  useEffect(() => recorder.enter(), []);
  const isWide = review !== null;
  return (
    <div className="flex min-h-dvh flex-col">
      <CandidateBar />
      <main
        id="main"
        tabIndex={-1}
        className={
          isWide
            ? 'mx-auto flex w-full max-w-page flex-1 flex-col px-4 pb-6 sm:px-6'
            : 'flex flex-1 flex-col items-center justify-center gap-8 px-5 pt-4 pb-8 sm:px-8'
        }
      >
        {phase === null ? (
          <Before trouble={trouble} />
        ) : phase === 'published' ? (
          <Ready />
        ) : phase !== 'asking' ? (
          <Finishing />
        ) : prompt && review ? (
          <Review key={prompt.askId} prompt={prompt} review={review} />
        ) : prompt ? (
          <>
            <Answering key={prompt.askId} prompt={prompt} lead={lead} />
            {spoken?.behavioural ? <OwnStories /> : null}
          </>
        ) : (
          <Between trouble={trouble} />
        )}
      </main>
    </div>
  );
}
