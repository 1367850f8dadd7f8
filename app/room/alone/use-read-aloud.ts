import { useEffect, useRef, useState } from 'react';
import { useSend } from '@/app/live/use-room';
import { inOrder } from '@/server/protocol/in-order';
import type { PromptSlice } from '@/server/protocol/view-asking';
import { useKeptWish } from './use-recorder';
import { canSpeak, hush, isReadNow, readingOf, speak, wasRead } from './voice';

/** Milliseconds for the word before a question to arrive: without it, the question is read alone. */
const LEAD_MS = 1_500;

/**
 * Reads the question, with the word before it, when it comes; then each follow-up; and nothing twice. Returns whether it is
 * being read.
 */
export function useReadAloud(prompt: NonNullable<PromptSlice>, lead: string | null): boolean {
  const [aloud] = useKeptWish('aloud');
  const followUps = inOrder(prompt.followUps);
  const reading = readingOf(prompt.askId, followUps.length);
  const last = followUps.at(-1)?.text ?? null;
  const asker = followUps.at(-1)?.askedBy || prompt.askedBy;
  const [isLate, setIsLate] = useState(false);
  const [over, setOver] = useState<string | null>(() => (wasRead(reading) ? reading : null));
  const text = useRef('');
  useEffect(() => {
    text.current = last ?? (lead === null ? prompt.prompt : `${lead} ${prompt.prompt}`);
  });
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), LEAD_MS);
    return () => clearTimeout(timer);
  }, []);
  const isKnown = last !== null || lead !== null || isLate;
  useEffect(() => {
    if (!aloud || !isKnown) return;
    let isGone = false;
    const done = () => {
      if (!isGone) setOver(reading);
    };
    if (isReadNow(reading)) done();
    else void speak(text.current, asker).then(done);
    return () => {
      isGone = true;
      hush();
    };
  }, [aloud, isKnown, reading, asker]);
  return aloud && canSpeak() && over !== reading;
}

interface Waiting {
  isReading: boolean;
  /** The answer has been finished or left: the room may know it already. */
  isEnding: () => boolean;
  clock: { moment: boolean; runningSince: number | null } | null;
}

/** The clock waits for a voice: the time is for the answer. Somebody who says that they are ready does not hear it out. */
export function useClockWaits(askId: string, { isReading, isEnding, clock }: Waiting): void {
  const send = useSend();
  const waits = useRef(false);
  const isGone = useRef(false);
  const moment = clock?.moment ?? false;
  const isRunning = clock !== null && clock.runningSince !== null;
  // Before the next effect: what ends first is told first.
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  useEffect(() => {
    if (!isReading) return;
    void send({ type: 'TakeMoment', askId });
    return () => {
      // An answer that is finished or left waits for nothing, nor does one that was gone on with.
      if (waits.current && !isGone.current && !isEnding()) void send({ type: 'ResumeClock', askId });
      waits.current = false;
    };
  }, [isReading, askId, send, isEnding]);
  useEffect(() => {
    if (waits.current && isReading && isRunning) hush();
    waits.current = isReading && moment;
  }, [isReading, moment, isRunning]);
}
