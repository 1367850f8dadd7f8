'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useCandidate, useOnline, useRoomClient, useSend } from '@/app/live/use-room';
import { useAnswerTime } from '@/app/live/use-time';
import { AnswerClock } from '@/app/room/candidate/answer-clock';
import { MomentButton } from '@/app/room/candidate/answer-controls';
import { Prompt } from '@/app/room/candidate/prompt';
import { useAnnouncements } from '@/app/room/candidate/use-announcements';
import { useRoomSlice } from '@/app/room/people/use-everybody';
import { bottomBar } from '@/app/ui/bottom-bar';
import { Button } from '@/app/ui/button';
import { notify } from '@/app/ui/notify';
import type { PromptSlice } from '@/server/protocol/view-asking';
import { usedMs } from '@/server/room/rules';
import { recorder, recoverRecordings } from './recorder';
import { RecordingStatus } from './recording-status';
import { deleteRecordings } from './recordings';
import { useOpening } from './use-opening';
import { useClockWaits, useReadAloud } from './use-read-aloud';
import { useKeptWish, useRecorder } from './use-recorder';
import { useTranscript, type Writing } from './use-transcript';

type Question = NonNullable<PromptSlice>;

/** The question with the word before it, the time, and the three things to say: done, wait, not this one. */
export function Answering({ prompt, lead }: { prompt: Question; lead: string | null }) {
  const { askId, answered } = prompt;
  const { roomId } = useRoomSlice();
  const clock = useCandidate((view) => view.clock);
  const time = useAnswerTime(clock);
  const send = useSend();
  const online = useOnline();
  const [ending, setEnding] = useState(false);
  useAnnouncements(time);
  useOpening(prompt);
  // Nobody listens again to what they skipped. Until the room says so, it may still be answered.
  const ends = useRef<'FinishAnswer' | 'LeaveAnswer' | 'SkipAnswer' | null>(null);
  const isEnding = useCallback(() => ends.current !== null, []);
  const isSkipped = useCallback(() => ends.current === 'SkipAnswer', []);
  const isReading = useReadAloud(prompt, lead);
  useClockWaits(askId, { isReading, isEnding, clock });
  useRecording(roomId, askId, { clock, isReading, isSkipped });
  const listens = !isReading && clock?.runningSince != null;
  const writing = useTranscript(roomId, askId, { listens, isSkipped });

  const end = async (type: 'FinishAnswer' | 'LeaveAnswer') => {
    ends.current = type === 'LeaveAnswer' && !answered ? 'SkipAnswer' : type;
    setEnding(true);
    const { ok } = await send({ type, askId });
    if (!ok) ends.current = null;
    // What was recorded before they stopped it, or reloaded.
    if (isSkipped()) await deleteRecordings(roomId, askId).catch(() => {});
    setEnding(false);
  };
  return (
    <>
      {time ? <AnswerClock time={time} moment={clock?.moment ?? false} /> : null}
      {/* Its width goes by the letters of the question. */}
      <div className="flex w-full max-w-prompt flex-col gap-3 text-prompt tracking-normal">
        {/* Its place is there from the start, so that the question does not move. */}
        <p className="min-h-6 text-base text-ink-soft italic">{lead ? <span>“{lead}”</span> : null}</p>
        <Prompt prompt={prompt} />
      </div>
      <section
        aria-label="While you answer"
        ref={bottomBar}
        className="sticky bottom-0 z-10 flex w-full flex-wrap items-center justify-center gap-3 bg-paper pt-3 pb-4"
      >
        {/* While the clock waits, the next step is to go on. */}
        <Button
          variant={clock?.moment ? 'plain' : 'primary'}
          size="lg"
          pending={ending}
          disabled={!online}
          onClick={() => void end('FinishAnswer')}
        >
          I’ve finished
        </Button>
        {clock ? (
          <MomentButton askId={askId} moment={clock.moment} running={clock.runningSince !== null} />
        ) : null}
        <Button size="lg" variant="quiet" disabled={!online} onClick={() => void end('LeaveAnswer')}>
          {answered ? 'Leave it there' : 'Skip this one'}
        </Button>
        <RecordingStatus isReading={isReading} isWaiting={clock?.runningSince === null}>
          {WRITING[writing] ? `. ${WRITING[writing]}` : ''}
        </RecordingStatus>
      </section>
    </>
  );
}

const WRITING: Record<Writing, string | null> = {
  on: 'What you say is written down on this device',
  off: null,
  'not-allowed': 'Not written down: the browser was told not to use the microphone',
  'no-microphone': 'Not written down: there is no microphone',
  broken: 'Not written down: the browser’s recognition has stopped',
};

interface Recorded {
  clock: { elapsedMs: number; runningSince: number | null } | null;
  /** The question is being read aloud: that is not the answer. */
  isReading: boolean;
  isSkipped: () => boolean;
}

/** Records while the clock runs, where that was wished. */
function useRecording(roomId: string, askId: string, { clock, isReading, isSkipped }: Recorded): void {
  const [wished] = useKeptWish('record');
  const isOn = useRecorder().kind === 'on';
  const waits = clock?.runningSince === null;
  const room = useRoomClient();
  const latest = useRef(clock);
  useEffect(() => {
    latest.current = clock;
  });
  useEffect(() => {
    if (wished) void recorder.allow();
  }, [wished]);
  useEffect(() => {
    // What was heard before a reload.
    void recoverRecordings(roomId, askId);
  }, [roomId, askId]);
  useEffect(() => {
    if (!isOn || isReading) return;
    const { current } = latest;
    recorder.begin(current ? usedMs(current, room.clock.now()) : 0, { roomId, askId });
    recorder.hold(current?.runningSince === null);
    return () => {
      if (isSkipped()) recorder.discard();
      else void recorder.finish(roomId, askId).catch(notKept);
    };
  }, [isOn, isReading, room, roomId, askId, isSkipped]);
  useEffect(() => recorder.hold(waits), [waits]);
}

/** The browser's store is full or closed, or it cannot read what it recorded. */
function notKept(): void {
  void notify('Your recording could not be kept.', {
    more: 'This browser may be out of space. Your answer counts all the same.',
    failed: true,
  });
}
