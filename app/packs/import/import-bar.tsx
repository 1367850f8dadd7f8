'use client';

import type { RefObject } from 'react';
import { Button } from '@/app/ui/button';
import { Field } from '@/app/ui/field';
import { Input } from '@/app/ui/input';
import { LIMITS } from '@/server/protocol/words';
import { readingInWords } from '../reading-in-words';
import type { EditorHandle } from '../source-editor';
import type { Reading } from '../use-report';
import { useImport } from './use-import';

interface ImportBarProps {
  source: string;
  reading: Reading;
  editor: RefObject<EditorHandle | null>;
  /** Null when signed out: a name is asked for. */
  signedInAs: string | null;
  /** It is kept, or on its way into a room. */
  onTaken: () => void;
}

/** What was read in one line, and the two ways on. */
export function ImportBar({ source, reading, editor, signedInAs, onTaken }: ImportBarProps) {
  const taking = useImport(source, reading, editor, signedInAs, onTaken);
  const { pending, failure, nameProblem, name, setName, nameField, take } = taking;
  return (
    <div className="border-line border-t bg-raised px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-6">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <p role="status" className="tabular min-w-0 flex-1 basis-56 self-center text-ink-soft text-sm">
          {readingInWords(reading)}
        </p>
        {signedInAs === null ? (
          <Field label="Your name" error={nameProblem} className="min-w-36 flex-1 sm:max-w-56">
            {(control) => (
              <Input
                {...control}
                ref={nameField}
                name="name"
                autoComplete="name"
                maxLength={LIMITS.name}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
        ) : null}
        <div className="ml-auto flex gap-2">
          <Button onClick={() => void take('once')} pending={pending === 'once'}>
            Use it once
          </Button>
          <Button variant="primary" onClick={() => void take('keep')} pending={pending === 'keep'}>
            Keep it
          </Button>
        </div>
      </div>
      {failure ? (
        <p role="alert" className="pt-2 text-missed text-sm">
          {failure}
        </p>
      ) : null}
    </div>
  );
}
