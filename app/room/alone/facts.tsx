'use client';

import { useState } from 'react';
import { browserStorage } from '@/app/live/key-value';
import { useCandidate } from '@/app/live/use-room';
import { Field } from '@/app/ui/field';
import { Textarea } from '@/app/ui/input';
import { factsOf } from './facts-in-words';
import type { Recording } from './recordings';

const storage = browserStorage();

interface Props {
  roomId: string;
  askId: string;
  recordings: readonly Recording[] | null;
}

/** What can be counted, reckoned here: no number of it is a score. */
export function Facts({ roomId, askId, recordings }: Props) {
  const clock = useCandidate((view) => view.clock);
  const key = `hotseat/said/${roomId}/${askId}`;
  const [text, setText] = useState(() => storage.get(key) ?? '');
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
        <summary className="min-h-(--control-sm) rounded py-1 text-sm">Count words and fillers</summary>
        <Field label="What you said" hint="Type or dictate it. It stays in this browser." className="pt-2">
          {(control) => (
            <Textarea
              {...control}
              value={text}
              onChange={({ target }) => {
                setText(target.value);
                if (target.value) storage.set(key, target.value);
                else storage.remove(key);
              }}
            />
          )}
        </Field>
      </details>
    </section>
  );
}
