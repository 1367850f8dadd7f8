'use client';

import { useState } from 'react';
import { Field } from '@/app/ui/field';
import { Input } from '@/app/ui/input';
import { LocalTime } from '@/app/ui/local-time';
import { localText, readLocal } from './local-text';

interface TimeFieldProps {
  /** Milliseconds since the epoch; null for no time. */
  startsAt: number | null;
  problem?: string;
  onChange: (startsAt: number | null) => void;
}

/** When the round is meant to begin, typed in the time zone of the person who types it, with what was understood. */
export function TimeField({ startsAt, problem, onChange }: TimeFieldProps) {
  // Only the text while somebody types; otherwise the field shows the time that was understood.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field
      label="Date and time (optional)"
      hint={
        startsAt === null ? (
          'People see it in their own time zone. The lobby opens 15 minutes before.'
        ) : (
          <>
            <LocalTime at={startsAt} />. The lobby opens 15 minutes before.
          </>
        )
      }
      error={problem}
    >
      {(control) => (
        <Input
          {...control}
          type="datetime-local"
          className="tabular max-w-64"
          value={typed ?? (startsAt === null ? '' : localText(startsAt))}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(readLocal(event.target.value));
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Field>
  );
}
