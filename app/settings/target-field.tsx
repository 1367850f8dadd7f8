'use client';

import { useState } from 'react';
import { Field } from '@/app/ui/field';
import { Input } from '@/app/ui/input';
import { Switch } from '@/app/ui/switch';
import { readTarget, targetText } from './target';

interface TargetFieldProps {
  /** Null means each question's own. */
  seconds: number | null;
  problem?: string;
  onChange: (seconds: number | null) => void;
}

const USUAL_SECONDS = 180;

/** The answer target, in the usual notation for a length of time, or left to the pack. */
export function TargetField({ seconds, problem, onChange }: TargetFieldProps) {
  // Only the text while somebody types; otherwise the field shows the value.
  const [typed, setTyped] = useState<string | null>(null);
  const unread = typed !== null && readTarget(typed) === null;
  return (
    <div className="flex flex-col gap-2">
      <Field
        label="Time for an answer"
        hint="Minutes, such as 3 or 2:30. Code exercises have a time of their own."
        error={unread ? 'Enter minutes, such as 3 or 2:30.' : problem}
      >
        {(control) => (
          <Input
            {...control}
            className="tabular max-w-28"
            disabled={seconds === null}
            value={typed ?? targetText(seconds ?? USUAL_SECONDS)}
            onChange={(event) => {
              setTyped(event.target.value);
              const read = readTarget(event.target.value);
              if (read !== null) onChange(read);
            }}
            onBlur={() => setTyped(null)}
          />
        )}
      </Field>
      <Switch
        label="Use the pack’s own times"
        hint="Each question takes as long as its pack says."
        checked={seconds === null}
        onChange={(event) => onChange(event.target.checked ? null : USUAL_SECONDS)}
      />
    </div>
  );
}
