'use client';

import { useState } from 'react';
import { notify } from '@/app/ui/notify';
import type { SourceTable, TableWish } from '@/server/protocol/guide-source';
import { ColumnsDialog } from './columns-dialog';
import { convert, type Given, type Guide } from './given-guide';
import { ImportBench } from './import-bench';
import { ImportStart } from './import-start';
import { useDroppedFile } from './use-dropped-file';

/** Survives when a link leads away from the page and back. */
let written: string | null = null;

/** Imports a guide: the person drops, pastes or chooses it, checks it beside its lines, then uses or keeps it. */
export function ImportScreen({ name }: { name: string | null }) {
  const [start, setStart] = useState<{ guide: Guide; no: number } | null>(null);
  const [left, setLeft] = useState(written);
  const [problem, setProblem] = useState<string | null>(null);
  const [taking, setTaking] = useState(false);
  /** A table without a column that asks. */
  const [unknown, setUnknown] = useState<{ given: Given; table: SourceTable; why: string } | null>(null);

  /** The person can go back to what they wrote so far. */
  const begin = (guide: Guide | null) => {
    setLeft(written);
    written = guide?.source ?? written;
    setProblem(null);
    setUnknown(null);
    setStart((before) => guide && { guide, no: (before?.no ?? 0) + 1 });
  };
  const take = async (given: Given, others: number, wish?: TableWish) => {
    setProblem(null);
    setTaking(true);
    const taken = await convert(given, wish);
    setTaking(false);
    if (taken.ok) {
      begin(taken.guide);
      if (others === 0 || given.kind !== 'file') return;
      await notify(`Only ${given.file.name} was taken`, {
        more: 'Import one guide at a time.',
      });
      return;
    }
    if (taken.table) setUnknown({ given, table: taken.table, why: taken.message });
    else if (start === null) setProblem(taken.message);
    else await notify(taken.message, { failed: true });
  };
  const over = useDroppedFile((file, others) => void take({ kind: 'file', file }, others));

  return (
    <>
      {start === null ? (
        <ImportStart
          over={over}
          taking={taking}
          problem={problem}
          left={left}
          onGiven={(given, others) => void take(given, others)}
          onSource={(source) => begin({ source, notes: [], table: null, given: null })}
        />
      ) : (
        <ImportBench
          key={start.no}
          guide={start.guide}
          name={name}
          onWrite={(source) => {
            written = source;
          }}
          onAnother={() => begin(null)}
        />
      )}
      {unknown ? (
        <ColumnsDialog
          table={unknown.table}
          why={unknown.why}
          open
          onClose={() => setUnknown(null)}
          onUse={(wish) => void take(unknown.given, 0, wish)}
        />
      ) : null}
    </>
  );
}
