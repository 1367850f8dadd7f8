'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/app/ui/button';
import { notify } from '@/app/ui/notify';
import { readFile } from '../read-file';
import type { EditorHandle } from '../source-editor';
import { useReport } from '../use-report';
import { useStayOnLeaving } from '../use-stay-on-leaving';
import { Workbench } from '../workbench';
import { ImportBar } from './import-bar';
import { ImportStart } from './import-start';
import { useDroppedFile } from './use-dropped-file';

/** What is on its way in: a link of the page may lead away, and back. */
let written: string | null = null;

/** A guide on its way in: dropped, pasted or chosen, then looked over beside its lines, then used or kept. */
export function ImportScreen({ name }: { name: string | null }) {
  const [start, setStart] = useState<{ source: string; no: number } | null>(null);
  const [left, setLeft] = useState(written);
  const [problem, setProblem] = useState<string | null>(null);

  /** What was written so far can be gone back to. */
  const begin = (source: string | null) => {
    setLeft(written);
    written = source ?? written;
    setProblem(null);
    setStart((before) => (source === null ? null : { source, no: (before?.no ?? 0) + 1 }));
  };
  const take = async (file: File, others = 0) => {
    const reading = await readFile(file);
    if (reading.ok) {
      begin(reading.source);
      if (others === 0) return;
      await notify(`Only ${file.name} was taken`, {
        more: 'One guide at a time: the next when you are done.',
      });
    } else if (start === null) setProblem(reading.message);
    else await notify(reading.message, { failed: true });
  };
  const over = useDroppedFile((file, others) => void take(file, others));

  if (start === null)
    return (
      <ImportStart
        over={over}
        problem={problem}
        left={left}
        onFile={(file) => void take(file)}
        onSource={begin}
      />
    );
  return (
    <Import
      key={start.no}
      start={start.source}
      name={name}
      onWrite={(source) => {
        written = source;
      }}
      onAnother={() => begin(null)}
    />
  );
}

interface ImportProps {
  start: string;
  name: string | null;
  onWrite: (source: string | null) => void;
  onAnother: () => void;
}

function Import({ start, name, onWrite, onAnother }: ImportProps) {
  const [source, setSource] = useState(start);
  const reading = useReport(source);
  const editor = useRef<EditorHandle>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useStayOnLeaving(source !== start);
  const write = (text: string) => {
    setSource(text);
    onWrite(text);
  };
  // What had the focus is gone: the new screen begins at its heading.
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <div className="flex min-h-14 items-center gap-3 border-line border-b px-4 sm:px-6">
        <h1 ref={heading} tabIndex={-1} className="min-w-0 flex-1 truncate rounded font-semibold text-lg">
          {reading.report?.title ?? 'Your guide'}
        </h1>
        <Button variant="quiet" size="sm" onClick={onAnother}>
          Choose another file
        </Button>
      </div>
      <Workbench initial={start} reading={reading} editor={editor} onChange={write} />
      <ImportBar
        source={source}
        reading={reading}
        editor={editor}
        signedInAs={name}
        onTaken={() => onWrite(null)}
      />
    </>
  );
}
