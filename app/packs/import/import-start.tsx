'use client';

import { clsx } from 'clsx';
import FileUp from 'lucide-react/icons/file-up';
import { useId, useRef, useState } from 'react';
import { Button } from '@/app/ui/button';
import { Field } from '@/app/ui/field';
import { Textarea } from '@/app/ui/input';
import { readFile } from '../read-file';
import { EXAMPLE } from './example';
import { useDroppedFile } from './use-dropped-file';

/** Where a guide comes in. A file may be dropped anywhere on the page. */
export function ImportStart({ onSource }: { onSource: (source: string) => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [pasted, setPasted] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  const id = useId();
  const take = async (file: File) => {
    const reading = await readFile(file);
    if (reading.ok) onSource(reading.source);
    else setProblem(reading.message);
  };
  const over = useDroppedFile((file) => void take(file));
  return (
    <div className="scroll-y min-h-0 flex-1">
      <div className="mx-auto flex w-full max-w-page flex-col px-4 pt-10 pb-16 sm:px-6">
        <h1 className="font-semibold text-2xl">Import a guide</h1>
        <p className="max-w-prose pt-1 text-ink-soft">
          A prep guide in Markdown becomes a pack: headings for competencies, questions, a list of key points
          below each. You see what is read before anything is kept.
        </p>
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
                if (file) void take(file);
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
              if (pasted.trim() === '') setProblem(null);
              else onSource(pasted);
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
