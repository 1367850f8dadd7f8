import { CodeBlock } from '@/app/ui/code-block';
import { clock } from '@/app/ui/format';
import { PackText } from '@/app/ui/pack-text';
import type { ScorecardAsk } from '@/server/protocol/scorecard';
import { CodeDiff } from './code-diff-later';

interface Props {
  ask: ScorecardAsk;
  name: (memberId: string) => string;
}

/** The code of an exercise: what was made of it, beside the original, and beside the reference for who may see that. */
export function AskCode({ ask, name }: Props) {
  const { code, reference } = ask;
  if (!code) return null;
  const title = ask.title ?? 'Exercise';
  const changed = code.text !== null && code.text !== code.original;
  return (
    <div className="mt-5">
      <Help code={code} name={name} />
      {changed ? (
        <section className="hidden print:block" aria-label={`${title}: the code at the end`}>
          <h4 className="kicker">The code at the end</h4>
          <CodeBlock code={code.text ?? ''} label={`${title}: the code at the end`} />
        </section>
      ) : null}
      <details className="print:hidden">
        <summary className="inline-flex min-h-(--control-sm) items-center rounded text-sm underline underline-offset-3">
          {reference?.improved ? 'The code, and how it could be' : 'The code'}
        </summary>
        <div className="mt-2 flex flex-col gap-4">
          {changed ? (
            <CodeDiff
              before={code.original}
              after={code.text ?? ''}
              language={code.language}
              labels={[`${title}: the code that was given`, `${title}: the code at the end`]}
            />
          ) : (
            <CodeBlock code={code.original} label={`${title}: the code that was given`} />
          )}
          {reference?.improved ? (
            <CodeDiff
              before={changed ? (code.text ?? '') : code.original}
              after={reference.improved}
              language={code.language}
              labels={[`${title}: the code at the end, again`, `${title}: how it could be`]}
            />
          ) : null}
        </div>
        {reference && reference.reasons.length > 0 ? (
          <ul className="mt-3 flex max-w-prose list-disc flex-col gap-1 pl-5 text-sm">
            {reference.reasons.map(({ id, text, context }) => (
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
    </div>
  );
}

/** Hints that were used, and what was found beside what was planted. */
function Help({ code, name }: { code: NonNullable<ScorecardAsk['code']>; name: Props['name'] }) {
  const finds = code.finds ?? [];
  if (code.hints.length === 0 && finds.length === 0) return null;
  return (
    <ul className="mb-2 flex max-w-prose flex-col gap-1 text-sm">
      {code.hints.map(({ no, text, atMs }) => (
        <li key={no}>
          <span className="font-medium">
            Hint {no}, used at {clock(atMs)}:
          </span>{' '}
          <PackText>{text}</PackText>
        </li>
      ))}
      {finds.map(({ memberId, text, atMs }) => (
        <li key={`${memberId} ${atMs} ${text}`}>
          <span className="font-medium">Also found at {clock(atMs)}:</span> {text}{' '}
          <span className="text-ink-soft">({name(memberId)})</span>
        </li>
      ))}
    </ul>
  );
}
