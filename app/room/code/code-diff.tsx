'use client';

import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/app/ui/button';
import { readingOf } from '@/app/ui/code-languages';
import { codeLook } from './code-look';
import { diffLook } from './diff-look';

export interface CodeDiffProps {
  before: string;
  after: string;
  language: string | null;
  /** Names of the two sides. */
  labels: readonly [string, string];
}

/** In a narrower window (px) two sides would break nearly every line: what is gone is then above what came instead. */
const NARROW = 640;

/** Two versions of a code side by side, with what changed marked; what is the same is folded where it is long. */
export function CodeDiff({ before, after, language, labels }: CodeDiffProps) {
  const place = useRef<HTMLDivElement>(null);
  const [left, right] = labels;
  const [isWhole, setWhole] = useState(false);
  const [hasFolds, setHasFolds] = useState(false);
  useEffect(() => {
    let view: MergeView | EditorView | null = null;
    let isOver = false;
    void readingOf(language).then((read) => {
      const colours = read ?? [];
      if (isOver || !place.current) return;
      const folds = isWhole ? {} : { collapseUnchanged: { margin: 3, minSize: 8 } };
      view =
        innerWidth < NARROW
          ? new EditorView({
              parent: place.current,
              doc: after,
              extensions: [
                reading(colours, right),
                unifiedMergeView({ original: before, mergeControls: false, ...folds }),
              ],
            })
          : new MergeView({
              parent: place.current,
              a: { doc: before, extensions: reading(colours, left) },
              b: { doc: after, extensions: reading(colours, right) },
              ...folds,
            });
      if (!isWhole) setHasFolds(place.current.querySelector('.cm-collapsedLines') !== null);
    });
    return () => {
      isOver = true;
      view?.destroy();
    };
  }, [before, after, language, left, right, isWhole]);
  return (
    <div className="flex flex-col items-start gap-1.5">
      {hasFolds ? (
        // A fold opens only under a mouse.
        <Button variant="quiet" size="sm" className="-ml-3" onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Fold unchanged lines' : 'Show all lines'}
        </Button>
      ) : null}
      <div ref={place} className="w-full overflow-x-auto rounded border border-line" />
    </div>
  );
}

function reading(colours: Extension, label: string): Extension {
  return [
    lineNumbers(),
    colours,
    codeLook,
    diffLook,
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
  ];
}
