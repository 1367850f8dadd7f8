import { CodeBlock } from '@/app/ui/code-block';
import { PackText } from '@/app/ui/pack-text';
import type { KeyPoint } from '@/server/protocol/pack';
import { CodeDiff } from './code-diff-later';

interface Props {
  /** Of the exercise: it names the versions for people who cannot see them side by side. */
  title: string;
  language: string | null;
  original: string;
  /** As the candidate left it; null where it was not kept. */
  text: string | null;
  /** How it could be, and what each change buys; null for a reader who may not see it. */
  reference: { improved: string | null; reasons: readonly KeyPoint[] } | null;
}

/** What the candidate made of the code, beside what they got, and beside the reference. */
export function CodeCompared({ title, language, reference, ...versions }: Props) {
  const original = withoutEnd(versions.original);
  const text = versions.text === null ? null : withoutEnd(versions.text);
  const changed = text !== null && text !== original;
  return (
    <div className="flex flex-col gap-5">
      <figure className="flex flex-col gap-1.5">
        <figcaption className="kicker">
          {changed ? 'What changed: given, and at the end' : 'The code (unchanged)'}
        </figcaption>
        {changed ? (
          <CodeDiff
            before={original}
            after={text}
            language={language}
            labels={[`${title}: the code that was given`, `${title}: the code at the end`]}
          />
        ) : (
          <CodeBlock code={original} label={`${title}: the code that was given`} language={language} />
        )}
      </figure>
      {reference?.improved ? (
        <figure className="flex flex-col gap-1.5">
          <figcaption className="kicker">What is left: at the end, and how it could be</figcaption>
          <CodeDiff
            before={changed ? text : original}
            after={withoutEnd(reference.improved)}
            language={language}
            labels={[`${title}: the code at the end, again`, `${title}: how it could be`]}
          />
        </figure>
      ) : null}
      {reference && reference.reasons.length > 0 ? (
        <ul className="flex max-w-prose list-disc flex-col gap-1 pl-5 text-sm">
          {reference.reasons.map(({ id, text: reason, context }) => (
            <li key={id}>
              <PackText>{reason}</PackText>
              {context ? (
                <span className="block text-ink-soft first-letter:uppercase">
                  <PackText>{context}</PackText>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Blank lines at the end are no change. */
export function withoutEnd(code: string): string {
  return code.replace(/\n+$/, '');
}
