import { useEffect, useRef } from 'react';
import { followUpInWords, questionInWords } from '@/app/room/candidate/use-announcements';
import { announce } from '@/app/ui/announce';
import { inOrder } from '@/server/protocol/in-order';
import type { PromptSlice } from '@/server/protocol/view-asking';

/** Announces what is to be answered when its screen appears: the question, or the follow-up to it. What comes later, other hooks announce. */
export function useOpening(prompt: NonNullable<PromptSlice>): void {
  const first = useRef(prompt);
  useEffect(() => {
    const followUp = inOrder(first.current.followUps).at(-1);
    announce(followUp ? followUpInWords(followUp) : questionInWords(first.current), 'assertive');
  }, []);
}
