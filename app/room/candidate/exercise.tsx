'use client';

import ChevronRight from 'lucide-react/icons/chevron-right';
import type { ReactNode } from 'react';
import { useCandidate } from '@/app/live/use-room';
import { CandidateCode } from '@/app/room/code/code-later';
import { PackText } from '@/app/ui/pack-text';
import type { PromptSlice } from '@/server/protocol/view-asking';
import { AskedBy } from './asked-by';
import { FollowUps } from './follow-ups';

type Prompt = NonNullable<PromptSlice>;

interface ExerciseProps {
  prompt: Prompt;
  code: NonNullable<Prompt['code']>;
  clock: ReactNode;
}

/** Beside who asked, so that it shows when the task is folded, too. */
const TOLD = { review: 'to review aloud, then one fix', rewrite: 'to rewrite' };

const MODES = {
  review: 'Say aloud what you see, then fix one thing. Explaining counts as much as editing.',
  rewrite: 'Rewrite it, and say why as you go. Explaining counts as much as editing.',
};

/** Code to work on. It fills the calm screen; the task folds to a line above it, with what the panel adds under that. */
export function Exercise({ prompt, code, clock }: ExerciseProps) {
  const mode = useCandidate((view) => view.code?.mode ?? null);
  // Code from nothing is told by its task.
  const told = code.text === '' ? null : mode;
  return (
    <article className="flex w-full max-w-6xl shrink-0 animate-arrive flex-col gap-2 roomy:grow">
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <AskedBy prompt={prompt}>{told ? `, ${TOLD[told]}` : null}</AskedBy>
        {clock}
      </div>
      <details open className="group">
        <summary className="flex min-h-(--control-sm) list-none items-start gap-1.5 py-1 font-semibold sm:text-lg">
          <ChevronRight
            size={18}
            aria-hidden="true"
            className="mt-1 -ml-1 shrink-0 text-ink-soft group-open:rotate-90"
          />
          <h2 className="min-w-0 not-group-open:line-clamp-1">
            <PackText>{prompt.prompt}</PackText>
          </h2>
        </summary>
        {told ? <p className="pl-5 text-ink-soft">{MODES[told]}</p> : null}
      </details>
      <FollowUps prompt={prompt} />
      <CandidateCode askId={prompt.askId} language={code.language} original={code.text} />
    </article>
  );
}
