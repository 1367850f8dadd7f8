'use client';

import { clsx } from 'clsx';
import FileUp from 'lucide-react/icons/file-up';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/app/ui/button';
import { Field } from '@/app/ui/field';
import { Textarea } from '@/app/ui/input';
import { EXAMPLE } from './example';
import type { Given } from './given-guide';
import { usePastedGuide } from './use-pasted-guide';

interface ImportStartProps {
  /** A file is held over the page. */
  over: boolean;
  /** The server is turning the guide into Markdown. */
  taking: boolean;
  /** Why the last file could not be read. */
  problem: string | null;
  /** The previous guide, to go back to. */
  left: string | null;
  /** `others`: how many files came with it. */
  onGiven: (given: Given, others: number) => void;
  /** Markdown that is read as it is. */
  onSource: (source: string) => void;
}

const KINDS =
  '.md,.markdown,.mdown,.txt,.docx,.html,.htm,.csv,.tsv,.json,.yaml,.yml,.org,.adoc,.asciidoc,text/markdown,text/plain,text/html,text/csv,application/json';

/** Takes a guide. It may be dropped or pasted anywhere on the page. */
export function ImportStart({ over, taking, problem, left, onGiven, onSource }: ImportStartProps) {
  usePastedGuide(onGiven);
  const [pasted, setPasted] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const cameBack = left !== null;
  // The focused element is gone, so the focus moves to the heading.
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
          Turn your questions into a pack: from a document, a web page, a table or a list. You’ll see what was
          read, and what wasn’t, before you keep anything.
        </p>
        {left === null ? null : (
          <p className="pt-4">
            <Button size="sm" onClick={() => onSource(left)}>
              Back to the previous guide
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
              {over ? 'Drop it to read it' : 'Drop a file here'}
            </h2>
            <input
              ref={chooser}
              type="file"
              accept={KINDS}
              className="sr-only"
              tabIndex={-1}
              aria-label="File of your guide"
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file) onGiven({ kind: 'file', file }, 0);
                event.target.value = '';
              }}
            />
            <Button pending={taking} onClick={() => chooser.current?.click()}>
              Choose a file
            </Button>
            <p className="max-w-64 text-balance text-ink-soft text-sm">
              Markdown, Word, a web page, CSV, JSON or plain text, up to 8 MB
            </p>
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
              if (pasted.trim() !== '') onGiven({ kind: 'paste', html: null, text: pasted }, 0);
            }}
          >
            <Field label="Or paste it" hint="From Google Docs, Notion, Word, a web page or a spreadsheet.">
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
              <Button type="submit" disabled={pasted.trim() === ''} pending={taking}>
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
