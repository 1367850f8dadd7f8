import { CodeBlock } from '@/app/ui/code-block';
import { PackText } from '@/app/ui/pack-text';
import type { ScorecardAsk } from '@/server/protocol/scorecard';

/** The code of an exercise, and how it could be for who may see that. Not printed: it was on the screen to be changed. */
export function AskCode({ ask }: { ask: ScorecardAsk }) {
  if (!ask.code) return null;
  return (
    <details className="mt-5 print:hidden">
      <summary className="inline-flex min-h-(--control-sm) items-center rounded text-sm underline underline-offset-3">
        {ask.reference?.improved ? 'The code, and how it could be' : 'The code'}
      </summary>
      <div className="mt-2 grid gap-4 md:grid-cols-2">
        <CodeBlock code={ask.code.original} label={`${ask.title ?? 'Exercise'}: the code that was given`} />
        {ask.reference?.improved ? (
          <CodeBlock code={ask.reference.improved} label={`${ask.title ?? 'Exercise'}: how it could be`} />
        ) : null}
      </div>
      {ask.reference && ask.reference.reasons.length > 0 ? (
        <ul className="mt-3 flex max-w-prose list-disc flex-col gap-1 pl-5 text-sm">
          {ask.reference.reasons.map(({ id, text, context }) => (
            <li key={id}>
              <PackText>{text}</PackText>
              {context ? (
                <span className="text-ink-soft">
                  {' '}
                  <PackText>{context}</PackText>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}
