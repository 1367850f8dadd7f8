'use client';

import type { RefObject } from 'react';
import { GuestName } from '@/app/account/guest-name';
import { Button, ButtonLink } from '@/app/ui/button';
import { NewerNotice } from '../newer-notice';
import { packName } from '../pack-name';
import { readingInWords } from '../reading-in-words';
import type { EditorHandle } from '../source-editor';
import type { Reading } from '../use-report';
import { useImport } from './use-import';

interface ImportBarProps {
  source: string;
  reading: Reading;
  editor: RefObject<EditorHandle | null>;
  /** Null when signed out: the bar asks for a name. */
  signedInAs: string | null;
  /** The guide was kept, or taken along to a room. */
  onTaken: () => void;
}

/** One line about what was read, and the next steps: the main one for a kept pack is its next version. */
export function ImportBar({ source, reading, editor, signedInAs, onTaken }: ImportBarProps) {
  const taking = useImport(source, reading, editor, signedInAs, onTaken);
  const { pending, failure, newerOf, guest, take, saveNext } = taking;
  const kept = reading.report?.kept ?? null;
  const newer = kept && newerOf(kept.id);
  return (
    <>
      {kept && newer !== null ? (
        <div className="-mb-px border-line border-t">
          <NewerNotice
            newer={newer}
            look={
              <ButtonLink size="sm" href={`/packs/${kept.id}`} target="_blank">
                Look at version {newer}
              </ButtonLink>
            }
            onSave={() => void saveNext(kept.id, newer)}
          />
        </div>
      ) : null}
      <div className="border-line border-t bg-raised px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-6">
        <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
          <div className="min-w-0 flex-1 basis-56 self-center text-ink-soft text-sm">
            <p role="status" className="tabular">
              {readingInWords(reading)}
            </p>
            {kept ? (
              <p>
                Saved as its next version, it remembers which questions were heard. A new pack starts fresh.
              </p>
            ) : null}
          </div>
          {signedInAs === null ? <GuestName guest={guest} className="min-w-36 flex-1 sm:max-w-56" /> : null}
          <div className="ml-auto flex min-w-0 flex-wrap justify-end gap-2">
            <Button onClick={() => void take('once')} pending={pending === 'once'}>
              Use it once
            </Button>
            <Button
              variant={kept ? 'plain' : 'primary'}
              onClick={() => void take('keep')}
              pending={pending === 'keep'}
            >
              {kept ? 'Keep as another pack' : 'Keep it'}
            </Button>
            {kept ? (
              <Button
                variant="primary"
                className="min-w-0 max-w-full"
                onClick={() => void saveNext(kept.id, kept.no)}
                pending={pending === 'next'}
              >
                <span className="truncate">Save as the next version of “{packName(kept)}”</span>
              </Button>
            ) : null}
          </div>
        </div>
        {failure ? (
          <p role="alert" className="pt-2 text-missed text-sm">
            {failure}
          </p>
        ) : null}
      </div>
    </>
  );
}
