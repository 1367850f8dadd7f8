'use client';

import { useEffect, useState } from 'react';
import { Field } from '@/app/ui/field';
import { Input } from '@/app/ui/input';
import { readTarget, targetText } from './target';

interface TargetFieldProps {
  seconds: number;
  problem?: string;
  onChange: (seconds: number) => void;
}

/** The answer target, written as people write a length of time. */
export function TargetField({ seconds, problem, onChange }: TargetFieldProps) {
  const [text, setText] = useState(() => targetText(seconds));
  // A draft from an earlier visit, or starting over, brings another value from outside.
  useEffect(() => {
    setText((before) => (readTarget(before) === seconds ? before : targetText(seconds)));
  }, [seconds]);
  const unread = readTarget(text) === null;
  return (
    <Field
      label="Time for an answer"
      hint="Minutes, such as 3 or 2:30. Code exercises have a time of their own."
      error={unread ? 'Write minutes, such as 3 or 2:30.' : problem}
    >
      {(control) => (
        <Input
          {...control}
          className="tabular max-w-28"
          inputMode="text"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            const read = readTarget(event.target.value);
            if (read !== null) onChange(read);
          }}
          onBlur={() => {
            if (!unread) setText(targetText(seconds));
          }}
        />
      )}
    </Field>
  );
}
