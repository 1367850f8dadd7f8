'use client';

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

const MODES = {
  review: 'Say aloud what you see, then fix one thing. Explaining counts as much as editing.',
  rewrite: 'Rewrite it, and say why as you go. Explaining counts as much as editing.',
};

/** Code to work on. It fills the calm screen, and the task folds to a line above it. */
export function Exercise({ prompt, code, clock }: ExerciseProps) {
  const mode = useCandidate((view) => view.code?.mode ?? null);
  return (
    <article className="flex w-full max-w-4xl animate-arrive flex-col gap-3">
      <div className="flex flex-col-reverse items-center justify-between gap-4 sm:flex-row">
        <div className="flex w-full min-w-0 flex-col gap-1">
          <AskedBy prompt={prompt} />
          <details open className="group">
            <summary className="min-h-(--control-sm) py-1 font-semibold text-lg group-open:line-clamp-none not-group-open:line-clamp-1">
              <h2 className="inline max-w-prose">
                <PackText>{prompt.prompt}</PackText>
              </h2>
            </summary>
            {mode ? <p className="text-ink-soft">{MODES[mode]}</p> : null}
          </details>
        </div>
        {clock}
      </div>
      <CandidateCode askId={prompt.askId} language={code.language} />
      <FollowUps followUps={prompt.followUps} />
    </article>
  );
}
