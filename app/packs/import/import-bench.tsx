'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/app/ui/button';
import { notify } from '@/app/ui/notify';
import { useStayOnLeaving } from '@/app/ui/use-stay-on-leaving';
import type { TableWish } from '@/server/protocol/guide-source';
import type { EditorHandle } from '../source-editor';
import { useReport } from '../use-report';
import { Workbench } from '../workbench';
import { ColumnsDialog } from './columns-dialog';
import { convert, type Guide } from './given-guide';
import { ImportBar } from './import-bar';
import { useTidy } from './use-tidy';

interface ImportBenchProps {
  guide: Guide;
  /** Who is signed in; null when nobody is. */
  name: string | null;
  onWrite: (source: string | null) => void;
  onAnother: () => void;
}

/** A guide beside what was read in it, with how it was converted, and the next steps. */
export function ImportBench({ guide, name, onWrite, onAnother }: ImportBenchProps) {
  const [source, setSource] = useState(guide.source);
  const [table, setTable] = useState(guide.table);
  const [choosing, setChoosing] = useState(false);
  const reading = useReport(source);
  const editor = useRef<EditorHandle>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const tidy = useTidy(source, editor);
  useStayOnLeaving(source !== guide.source);
  const write = (text: string) => {
    setSource(text);
    onWrite(text);
  };
  const readBy = async (wish: TableWish) => {
    if (!guide.given) return;
    const taken = await convert(guide.given, wish);
    if (!taken.ok) {
      await notify(taken.message, { failed: true });
      return;
    }
    setChoosing(false);
    setTable(taken.guide.table);
    editor.current?.replace(taken.guide.source);
  };
  // The focused element is gone, so the focus moves to the new screen's heading.
  useEffect(() => heading.current?.focus(), []);
  const isRead = !reading.pending && reading.report?.ok === true;
  return (
    <>
      <div className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-1 sm:px-6">
        <h1
          ref={heading}
          tabIndex={-1}
          className="min-w-0 flex-1 basis-40 truncate rounded font-semibold text-lg"
        >
          {reading.report?.title ?? 'Your guide'}
        </h1>
        <div className="-mx-2 flex flex-wrap">
          {table ? (
            <Button variant="quiet" size="sm" onClick={() => setChoosing(true)}>
              Columns
            </Button>
          ) : null}
          <Button
            variant="quiet"
            size="sm"
            aria-disabled={!isRead}
            pending={tidy.pending}
            onClick={() => void tidy.run()}
          >
            Tidy
          </Button>
          <Button variant="quiet" size="sm" onClick={onAnother}>
            Choose another file
          </Button>
        </div>
      </div>
      {guide.notes.length > 0 ? (
        <p role="status" className="border-line border-b bg-sunken px-4 py-2 text-sm sm:px-6">
          {guide.notes.join(' ')}
        </p>
      ) : null}
      <Workbench initial={guide.source} reading={reading} editor={editor} onChange={write} />
      <ImportBar
        source={source}
        reading={reading}
        editor={editor}
        signedInAs={name}
        onTaken={() => onWrite(null)}
      />
      {table ? (
        <ColumnsDialog
          key={JSON.stringify(table)}
          table={table}
          open={choosing}
          onClose={() => setChoosing(false)}
          onUse={(wish) => void readBy(wish)}
        />
      ) : null}
    </>
  );
}
