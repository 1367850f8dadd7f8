'use client';

import { useState } from 'react';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import { Field } from '@/app/ui/field';
import { Select } from '@/app/ui/input';
import type { Column, SourceTable } from '@/server/protocol/guide-source';

interface ColumnsDialogProps {
  table: SourceTable;
  open: boolean;
  onClose: () => void;
  onUse: (columns: (Column | null)[]) => void;
}

const WORDS: Record<Column, string> = {
  question: 'Question',
  points: 'Key points',
  answer: 'Answer',
  weakAnswers: 'Weak answers',
  followUps: 'Follow-ups',
  competency: 'Competency',
  level: 'Level',
  why: 'Why it is asked',
  tags: 'Tags',
  target: 'Target time',
  number: 'A number, left out',
};

const isColumn = (value: string): value is Column => value in WORDS;

/** What each column of a table holds, beside what is in it. */
export function ColumnsDialog({ table, open, onClose, onUse }: ColumnsDialogProps) {
  const [columns, setColumns] = useState(table.columns);
  const choose = (at: number, value: string) => {
    const column = isColumn(value) ? value : null;
    // One column holds the questions: what did before says something of them now.
    setColumns(columns.map((other, no) => (no === at ? column : other === column ? null : other)));
  };
  const asks = columns.includes('question');
  return (
    <Dialog
      title="Columns of the table"
      description="Say what each column holds. One of them holds the questions."
      open={open}
      onClose={onClose}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Cancel</Button>
          </DialogClose>
          <Button variant="primary" aria-disabled={!asks} onClick={() => onUse(columns)}>
            Read it by these columns
          </Button>
        </>
      }
    >
      <ul className="flex flex-col divide-y divide-line">
        {table.heads.map((head, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may have one head.
          <li key={at} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-2 sm:items-center">
            <div className="min-w-0">
              <p className="break-words font-medium text-sm">{head || `Column ${at + 1}`}</p>
              <p className="truncate text-ink-soft text-sm">{sampleOf(table, at)}</p>
            </div>
            <Field label={`What “${head || `Column ${at + 1}`}” holds`} labelHidden>
              {(control) => (
                <Select
                  {...control}
                  value={columns[at] ?? ''}
                  onChange={(event) => choose(at, event.target.value)}
                >
                  <option value="">Something else, kept as a note</option>
                  {Object.entries(WORDS).map(([column, words]) => (
                    <option key={column} value={column}>
                      {words}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function sampleOf({ sample }: SourceTable, at: number): string {
  const cells = sample.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
  return cells.slice(0, 2).join(' · ') || 'empty';
}
