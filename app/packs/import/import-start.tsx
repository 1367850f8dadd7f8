'use client';

import { clsx } from 'clsx';
import FileUp from 'lucide-react/icons/file-up';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/app/ui/button';
import { Field } from '@/app/ui/field';
import { Textarea } from '@/app/ui/input';
import { EXAMPLE } from './example';

interface ImportStartProps {
  /** A file is held over the page. */
  over: boolean;
  /** Why the last file was not taken. */
  problem: string | null;
  /** The guide that was looked at before, to go back to. */
  left: string | null;
  onFile: (file: File) => void;
  onSource: (source: string) => void;
}

/** Where a guide comes in. A file may be dropped anywhere on the page. */
export function ImportStart({ over, problem, left, onFile, onSource }: ImportStartProps) {
  const [pasted, setPasted] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const cameBack = left !== null;
  // What had the focus is gone: the screen begins at its heading.
  useEffect(() => {
    if (cameBack) heading.current?.focus();
  }, [cameBack]);
  return (
    <div className="scroll-y min-h-0 flex-1">
      <div className="mx-auto flex w-full max-w-page flex-col px-4 pt-10 pb-16 sm:px-6">
        <h1 ref={heading} tabIndex={-1} className="rounded font-semibold text-2xl">
          Import a guide
        </h1>
        <p className="max-w-prose pt-1 text-ink-soft">
          A prep guide in Markdown becomes a pack: headings for competencies, questions, a list of key points
          below each. You see what is read before anything is kept.
        </p>
        {left === null ? null : (
          <p className="pt-4">
            <Button size="sm" onClick={() => onSource(left)}>
              Back to the guide before
            </Button>
          </p>
        )}
        <div className="grid gap-x-12 gap-y-8 pt-8 md:grid-cols-2">
          <section
            aria-labelledby={`${id}-file`}
            className={clsx(
              'flex min-h-56 flex-col items-center justify-center gap-3 rounded border border-dashed p-6 text-center transition-colors',
              over ? 'border-ink bg-sunken' : 'border-edge',
            )}
          >
            <FileUp size={24} className="text-ink-soft" aria-hidden="true" />
            <h2 id={`${id}-file`} className="font-medium">
              {over ? 'Let go to read it' : 'Drop a Markdown file here'}
            </h2>
            <input
              ref={chooser}
              type="file"
              accept=".md,.markdown,.mdown,.txt,text/markdown,text/plain"
              className="sr-only"
              tabIndex={-1}
              aria-label="Markdown file"
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file) onFile(file);
                event.target.value = '';
              }}
            />
            <Button onClick={() => chooser.current?.click()}>Choose a file</Button>
            <p className="text-ink-soft text-sm">Up to 1 MB</p>
            {problem ? (
              <p role="alert" className="max-w-prose text-missed text-sm">
                {problem}
              </p>
            ) : null}
          </section>
          <form
            className="flex min-w-0 flex-col gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              if (pasted.trim() !== '') onSource(pasted);
            }}
          >
            <Field label="Or paste it">
              {(control) => (
                <Textarea
                  {...control}
                  value={pasted}
                  rows={7}
                  spellCheck={false}
                  className="max-h-72 min-h-44 font-mono text-sm"
                  onChange={(event) => setPasted(event.target.value)}
                />
              )}
            </Field>
            <div className="flex flex-wrap gap-2">
              <Button type="submit" disabled={pasted.trim() === ''}>
                Read it
              </Button>
              <Button variant="quiet" onClick={() => onSource(EXAMPLE)}>
                Begin with an example
              </Button>
            </div>
          </form>
        </div>
      </div>
    </div>
  );
}
