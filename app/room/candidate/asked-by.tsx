import type { ReactNode } from 'react';
import { useCandidate } from '@/app/live/use-room';
import type { PromptSlice } from '@/server/protocol/view-asking';

/** The question's number, and who asked it. */
export function AskedBy({ prompt, children }: { prompt: NonNullable<PromptSlice>; children?: ReactNode }) {
  const { planned } = useCandidate((view) => view.progress);
  const kind = prompt.kind === 'exercise' ? 'Exercise, ' : 'Question ';
  const place = planned > 1 ? `${prompt.no} of ${Math.max(planned, prompt.no)}` : prompt.no;
  return (
    <p className="text-base text-ink-soft tracking-normal">
      {kind}
      {place}
      {prompt.askedBy ? `, from ${prompt.askedBy}` : ''}
      {children}
    </p>
  );
}
