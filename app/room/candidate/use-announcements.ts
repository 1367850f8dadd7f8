'use client';

import { useChange } from '@/app/live/use-change';
import { useCandidate } from '@/app/live/use-room';
import type { AnswerTime } from '@/app/live/use-time';
import { useTimeSignals } from '@/app/live/use-time-signals';
import { codeNews } from '@/app/room/code/code-news';
import { useCalled } from '@/app/room/people/use-everybody';
import { announce } from '@/app/ui/announce';
import type { CandidateCode } from '@/server/protocol/code';
import { inOrder } from '@/server/protocol/in-order';
import type { PromptSlice } from '@/server/protocol/view-asking';

const NO_HINTS: NonNullable<CandidateCode>['hints'] = {};

export function questionInWords({ no, askedBy, prompt }: NonNullable<PromptSlice>): string {
  return `Question ${no}${askedBy ? `, from ${askedBy}` : ''}. ${prompt}`;
}

export function followUpInWords({ askedBy, text }: NonNullable<PromptSlice>['followUps'][string]): string {
  return `Follow-up${askedBy ? `, from ${askedBy}` : ''}. ${text}`;
}

/** Announces what appears on the screen: the question, its hints and follow-ups, the clock, and a paused clock. */
export function useAnnouncements(time: AnswerTime | null): void {
  const prompt = useCandidate((view) => view.prompt);
  const moment = useCandidate((view) => view.clock?.moment ?? false);
  useChange(prompt?.askId ?? null, () => {
    if (prompt) announce(questionInWords(prompt), 'assertive');
    else announce('The panel is choosing the next question.');
  });
  const hint = useCandidate((view) => inOrder(view.code?.hints ?? NO_HINTS).at(-1) ?? null);
  useChange(hint ? `${prompt?.askId}/${hint.no}` : null, () => {
    if (hint) announce(`Hint ${hint.no}. ${hint.text}`, 'assertive');
  });
  const code = useCandidate((view) => view.code);
  const nameOf = useCalled();
  useChange(code, (now, before) => {
    const seen = (one: CandidateCode) => one && { ...one, hints: NO_HINTS };
    // Hints are read out whole.
    for (const news of codeNews(seen(now), seen(before), { me: null, nameOf })) announce(news);
  });
  const last = inOrder(prompt?.followUps ?? {}).at(-1);
  useChange(last ? `${prompt?.askId}/${last.id}` : null, () => {
    if (last) announce(followUpInWords(last), 'assertive');
  });
  useChange(moment, () => announce(moment ? 'The clock waits for you.' : 'The clock runs again.'));
  useTimeSignals(prompt?.askId ?? null, time, {
    'last-minute': 'About one minute left.',
    over: 'Time to wrap up. Finish your thought.',
  });
}
