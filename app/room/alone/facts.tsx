'use client';

import { useCandidate } from '@/app/live/use-room';
import { Field } from '@/app/ui/field';
import { Textarea } from '@/app/ui/input';
import { factsOf } from './facts-in-words';
import type { Recording } from './recordings';

interface Props {
  recordings: readonly Recording[] | null;
  /** What was said, where somebody wrote it down. */
  text: string;
  onText: (text: string) => void;
}

/** What can be counted, reckoned here: no number of it is a score. */
export function Facts({ recordings, text, onText }: Props) {
  const clock = useCandidate((view) => view.clock);
  const facts = factsOf({
    usedMs: clock?.elapsedMs ?? 0,
    targetMs: clock?.targetMs ?? 0,
    recordings: recordings ?? [],
    text,
  });
  return (
    <section aria-labelledby="facts">
      <h3 id="facts" className="kicker border-line border-b pb-1.5">
        Facts, not a score
      </h3>
      <ul className="flex flex-col gap-1 pt-3 text-sm">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <details className="pt-3">
        <summary className="min-h-(--control-sm) rounded py-1 text-sm">Write down what you said</summary>
        <Field
          label="What you said"
          hint="Words, pace and fillers are counted. It stays in this browser unless you send it for a second opinion."
          className="pt-2"
        >
          {(control) => (
            <Textarea {...control} value={text} onChange={({ target }) => onText(target.value)} />
          )}
        </Field>
      </details>
    </section>
  );
}
