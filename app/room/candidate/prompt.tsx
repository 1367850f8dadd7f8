import { clsx } from 'clsx';
import { CodeBlock } from '@/app/ui/code-block';
import { PackText } from '@/app/ui/pack-text';
import type { PromptSlice } from '@/server/protocol/view-asking';
import { AskedBy } from './asked-by';
import { FollowUps } from './follow-ups';

type Question = NonNullable<PromptSlice>;

/** Longer prompts (characters) are set smaller, so that one can see all of them at once. */
const LONG = 180;

/** The live question with its follow-ups under it. It is the largest thing on the screen. */
export function Prompt({ prompt }: { prompt: Question }) {
  return (
    <article
      className={clsx(
        'flex w-full max-w-prompt animate-arrive flex-col gap-4',
        prompt.prompt.length > LONG ? 'text-2xl' : 'text-prompt',
      )}
    >
      <AskedBy prompt={prompt} />
      <h2 className="whitespace-pre-line text-pretty break-words font-semibold">
        <PackText>{prompt.prompt}</PackText>
      </h2>
      {prompt.code ? (
        <div className="text-left">
          <CodeBlock
            code={prompt.code.text}
            label="The code of the question"
            language={prompt.code.language}
          />
        </div>
      ) : null}
      <FollowUps prompt={prompt} />
    </article>
  );
}
