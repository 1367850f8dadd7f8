'use client';

import { useState } from 'react';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import { Field } from '@/app/ui/field';
import { Select } from '@/app/ui/input';
import { Switch } from '@/app/ui/switch';
import type { Column, SourceTable, TableWish } from '@/server/protocol/guide-source';

interface ColumnsDialogProps {
  table: SourceTable;
  /** Why the dialog opened. */
  why?: string;
  open: boolean;
  onClose: () => void;
  onUse: (wish: TableWish) => void;
}

const WORDS: Record<Column, string> = {
  question: 'Question',
  code: 'Code of the question',
  options: 'Options of the question',
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
export function ColumnsDialog({ table, why, open, onClose, onUse }: ColumnsDialogProps) {
  const [columns, setColumns] = useState(table.columns);
  const [headed, setHeaded] = useState(table.headed);
  const [first = [], ...others] = table.rows;
  const nameOf = (at: number) => (headed && first[at]?.trim()) || `Column ${at + 1}`;
  const choose = (at: number, value: string) => {
    const chosen = isColumn(value) ? value : null;
    // Two columns cannot have the same content: the earlier one becomes a note.
    setColumns(columns.map((other, no) => (no === at ? chosen : other === chosen ? null : other)));
  };
  const asks = columns.includes('question');
  return (
    <Dialog
      title="Columns of the table"
      description={why ?? 'Say what each column holds. One of them holds the questions.'}
      open={open}
      onClose={onClose}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Cancel</Button>
          </DialogClose>
          <Button variant="primary" aria-disabled={!asks} onClick={() => onUse({ columns, headed })}>
            Use these columns
          </Button>
        </>
      }
    >
      <Switch
        label="The first row names the columns"
        checked={headed}
        onChange={(event) => setHeaded(event.target.checked)}
      />
      <ul className="flex flex-col divide-y divide-line pt-2">
        {columns.map((column, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may have one name.
          <li key={at} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-2 sm:items-center">
            <div className="min-w-0">
              <p className="break-words font-medium text-sm">{nameOf(at)}</p>
              <p className="truncate text-ink-soft text-sm">{sampleOf(headed ? others : table.rows, at)}</p>
            </div>
            <Field label={`What “${nameOf(at)}” holds`} labelHidden>
              {(control) => (
                <Select
                  {...control}
                  value={column ?? ''}
                  onChange={(event) => choose(at, event.target.value)}
                >
                  <option value="">A note</option>
                  {Object.entries(WORDS).map(([kind, words]) => (
                    <option key={kind} value={kind}>
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

function sampleOf(rows: readonly string[][], at: number): string {
  const cells = rows.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
  return cells.slice(0, 2).join(' · ') || 'empty';
}
