import type { ReactNode } from 'react';
import { CodeBlock } from '@/app/ui/code-block';
import { PackText } from '@/app/ui/pack-text';
import type { PromptSlice } from '@/server/protocol/views';
import { AskedBy } from './asked-by';
import { FollowUps } from './follow-ups';

type Prompt = NonNullable<PromptSlice>;

interface ExerciseProps {
  prompt: Prompt;
  code: NonNullable<Prompt['code']>;
  clock: ReactNode;
}

/** Code to talk about: it takes the place of the prompt, and the task stands above it. */
export function Exercise({ prompt, code, clock }: ExerciseProps) {
  const language = code.language ? `, in ${code.language}` : '';
  return (
    <article className="flex w-full max-w-4xl animate-arrive flex-col gap-4">
      <div className="flex flex-col-reverse items-center justify-between gap-6 sm:flex-row">
        <div className="flex w-full min-w-0 flex-col gap-2">
          <AskedBy prompt={prompt} />
          <h2 className="max-w-prose font-semibold text-xl">
            <PackText>{prompt.prompt}</PackText>
          </h2>
        </div>
        {clock}
      </div>
      <CodeBlock code={code.text} label={`The code${language}`} className="max-h-[52dvh] overflow-y-auto" />
      <FollowUps followUps={prompt.followUps} />
    </article>
  );
}
