'use client';

import { useRef, useState } from 'react';
import { Button } from '@/app/ui/button';
import type { EditorHandle } from '../source-editor';
import { useReport } from '../use-report';
import { Workbench } from '../workbench';
import { ImportBar } from './import-bar';
import { ImportStart } from './import-start';

/** A guide on its way in: dropped, pasted or chosen, then looked over beside its lines, then used or kept. */
export function ImportScreen({ name }: { name: string | null }) {
  const [start, setStart] = useState<string | null>(null);
  if (start === null) return <ImportStart onSource={setStart} />;
  return <Import key={start} start={start} name={name} onAnother={() => setStart(null)} />;
}

interface ImportProps {
  start: string;
  name: string | null;
  onAnother: () => void;
}

function Import({ start, name, onAnother }: ImportProps) {
  const [source, setSource] = useState(start);
  const reading = useReport(source);
  const editor = useRef<EditorHandle>(null);
  return (
    <>
      <div className="flex min-h-14 items-center gap-3 border-line border-b px-4 sm:px-6">
        <h1 className="min-w-0 flex-1 truncate font-semibold text-lg">
          {reading.report?.title ?? 'Your guide'}
        </h1>
        <Button variant="quiet" size="sm" onClick={onAnother}>
          Take another
        </Button>
      </div>
      <Workbench initial={start} reading={reading} editor={editor} onChange={setSource} />
      <ImportBar source={source} reading={reading} editor={editor} signedInAs={name} />
    </>
  );
}
