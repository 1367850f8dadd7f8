'use client';

import { type RefObject, useImperativeHandle, useRef, useState } from 'react';
import { Button } from '@/app/ui/button';
import { Columns } from '@/app/ui/columns';
import { onDemand } from '@/app/ui/on-demand';
import { SkeletonLines } from '@/app/ui/skeleton';
import type { PackFix } from '@/server/protocol/pack';
import { Preview } from './preview';
import type { EditorHandle } from './source-editor';
import type { Reading } from './use-report';
import { placesOf } from './warning-list';

const SourceEditor = onDemand(
  () => import('./source-editor').then((part) => part.SourceEditor),
  <div className="p-6" role="status" aria-label="Fetching the editor">
    <SkeletonLines lines={6} />
  </div>,
);

interface WorkbenchProps {
  initial: string;
  reading: Reading;
  editor: RefObject<EditorHandle | null>;
  onChange: (source: string) => void;
}

/** The Markdown and what is read in it, side by side; in a narrow window one of the two. */
export function Workbench({ initial, reading, editor, onChange }: WorkbenchProps) {
  const [tab, setTab] = useState<'text' | 'preview'>('preview');
  const [line, setLine] = useState(1);
  const { report } = reading;
  const count = (report?.problems.length ?? 0) + placesOf(report?.warnings ?? []);
  const text = useRef<EditorHandle>(null);
  // Show it first if it was hidden: a hidden element takes no focus.
  const inText = (act: (text: EditorHandle) => void) => {
    setTab('text');
    requestAnimationFrame(() => text.current && act(text.current));
  };
  const goTo = (to: number) => inText((shown) => shown.goTo(to));
  useImperativeHandle(editor, () => ({
    goTo,
    replace: (source) => inText((shown) => shown.replace(source)),
    edit: (edits) => text.current?.edit(edits) ?? false,
  }));
  const fix = ({ edits }: PackFix) => void text.current?.edit(edits);
  return (
    <Columns
      label="Text and preview"
      value={tab}
      onChange={setTab}
      template="minmax(0,1fr) minmax(0,1fr)"
      className="min-h-0 flex-1"
      columns={[
        {
          id: 'text',
          label: 'Text',
          content: (
            <SourceEditor
              initial={initial}
              label="Markdown of the pack"
              report={report}
              onChange={onChange}
              onLine={setLine}
              handle={text}
            />
          ),
        },
        {
          id: 'preview',
          label: count > 0 ? `Preview, ${count} to check` : 'Preview',
          content: <Shown reading={reading} line={line} onGo={goTo} onFix={fix} />,
        },
      ]}
    />
  );
}

interface ShownProps {
  reading: Reading;
  line: number;
  onGo: (line: number) => void;
  onFix: (fix: PackFix) => void;
}

function Shown({ reading, line, onGo, onFix }: ShownProps) {
  const { report, pending, failure, retry } = reading;
  return (
    <>
      {failure ? (
        <div
          role="alert"
          className="sticky top-0 z-20 flex flex-wrap items-center gap-3 border-line border-b bg-sunken px-4 py-3 text-sm"
        >
          <p className="min-w-0 flex-1">{failure}</p>
          <Button size="sm" onClick={retry}>
            Read it again
          </Button>
        </div>
      ) : null}
      {report ? <Preview report={report} line={line} stale={pending} onGo={onGo} onFix={onFix} /> : null}
      {!report && !failure ? (
        <div className="p-6" role="status" aria-label="Reading the guide">
          <SkeletonLines lines={6} />
        </div>
      ) : null}
    </>
  );
}
